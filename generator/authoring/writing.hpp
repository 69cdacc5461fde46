// A migration on its way to disk: its version, and the texts of its folder.
#pragma once

#include <string>
#include <vector>

#include "history/migration.hpp"
#include "plan/evolution.hpp"

namespace schemac::compiler::authoring {

/// "20261120093000_name": the clock's time, or one second after `last`, so that versions never go back.
/// `last` may be empty.
std::string next_version(const std::string& name, const std::string& last);

/// The script of a way, with a step that does nothing where it has none. A squash names what it replaces.
std::string script_of(const plan::Evolution& way, const std::vector<std::string>& replaces = {});

/// The codes of the hazards of steps, sorted, each once.
std::vector<std::string> codes_of(const std::vector<model::Step>& steps);

/// `model`, with the renames as its hints: what a plan needs to see them.
model::Model with_renames(const model::Model& model, std::vector<model::Rename> renames);

}  // namespace schemac::compiler::authoring
