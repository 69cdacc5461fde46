// The stages of a compilation, one after the other, up to the linted model. What a run knows so far is one
// value.
#pragma once

#include <filesystem>
#include <vector>

#include "model/model.hpp"
#include "resolve/definitions.hpp"
#include "support/diagnostic.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

struct Compilation {
  support::Sources sources;
  support::Diagnostics diagnostics;
  resolve::Definitions definitions;
  model::Model model;

  [[nodiscard]] bool failed() const { return diagnostics.has_errors(); }
};

/// Runs every stage over a definitions folder; a stage with errors is the last one. Findings are sorted by
/// place and have their JSON pointers. @throws support::FileError
Compilation compile(const std::filesystem::path& folder);

/// The same for a folder that is not on disk: `files` are its files, by their names.
Compilation compile(const std::vector<support::OutputFile>& files);

/// Gives findings that were added to a compilation their JSON pointers.
void point_at_values(Compilation& run);

}  // namespace schemac::compiler::driver
