// Everything that is generated from a compilation, rendered in memory.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "driver/options.hpp"
#include "driver/pipeline.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

/// The files of all targets. REQUIRES a compilation without errors.
/// @throws render::TemplateError for a mistake in a template of `options.templates`.
std::vector<support::OutputFile> render_outputs(const Compilation& run, const Options& options);

/// What an earlier run has written into `folder`, as its manifest lists it. Nothing where there is no
/// manifest, or where it is the same as the one among `files`: then nothing can be stale.
std::vector<std::string> previous_outputs(const std::filesystem::path& folder,
                                          const std::vector<support::OutputFile>& files);

[[nodiscard]] std::vector<std::string> target_names();
[[nodiscard]] bool is_target(std::string_view name);

/// The view-models of one target as JSON, in the order in which they go into their templates.
std::string view_json(const Compilation& run, const Options& options, std::string_view target);

}  // namespace schemac::compiler::driver
