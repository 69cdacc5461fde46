// What `schemac generate` last made of what: a run that would make the same of the same can end there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "driver/options.hpp"
#include "driver/pipeline.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

struct LastRun {
  std::vector<std::string> inputs;  ///< the paths of what it read
  std::size_t outputs = 0;          ///< how many files it made
};

/// The last run into the folder of outputs, where this program would read the same, make the same and find it
/// in place: no definition has changed, and no output was touched.
std::optional<LastRun> standing_run(const Options& options);

/// Keeps a run that had nothing to say in `.schemac/` of the folder of outputs, which tells git to pass it
/// over. Where it cannot be kept, the next run does all the work again.
void keep_run(const Options& options, const Compilation& run, const std::vector<support::OutputFile>& files);

/// The paths of what a run has read.
std::vector<std::string> inputs_of(const Compilation& run);

}  // namespace schemac::compiler::driver
