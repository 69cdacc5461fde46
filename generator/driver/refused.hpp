// Definitions without what PostgreSQL would refuse.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "driver/pipeline.hpp"
#include "importers/definitions.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// What may be taken out: constraints and indexes of tables, or anything down to whole tables.
enum class Droppable : std::uint8_t { constraints, anything };

/// Adds what somebody else refuses about a compilation without errors, at its definition.
using Judge = std::function<void(Compilation&)>;

/// Takes the constraints and indexes, or anything, out of `files` that the compiler refuses, or then `judge`:
/// each is named in a warning, SC1704, with the reason. Compiles again until nothing more is found, because
/// some stages run only after others. Errors in what may not be taken out stay; the next compilation tells
/// them.
void drop_refused(std::vector<importers::DefinitionFile>& files, Droppable what,
                  support::Diagnostics& diagnostics, const Judge& judge = {});

}  // namespace schemac::compiler::driver
