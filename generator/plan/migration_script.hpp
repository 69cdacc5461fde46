// A plan as the script of a migration: what psql executes and the runner cuts into steps (docs/migrations.md
// has the format).
#pragma once

#include <span>
#include <string>

#include "model/step.hpp"

namespace schemac::compiler::plan {

/// Steps that may share a transaction do, up to one that must stand alone. Without steps, the script does
/// nothing.
std::string to_migration_script(std::span<const model::Step> steps);

}  // namespace schemac::compiler::plan
