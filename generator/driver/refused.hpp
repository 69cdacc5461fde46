// Definitions without what PostgreSQL would refuse.
#pragma once

#include <vector>

#include "importers/definitions.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// Takes the constraints and indexes out of `files` that the compiler refuses: each is named in a warning,
/// SC1704, with the reason. Compiles again until nothing more is found, because some stages run only after
/// others. Errors in anything else stay; the next compilation tells them.
void drop_refused(std::vector<importers::DefinitionFile>& files, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::driver
