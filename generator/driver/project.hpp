// Finds and parses the files of a project.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "resolve/definitions.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// The editor's schema, which stands beside the definitions.
inline constexpr std::string_view kEditorSchema = "schemac.schema.json";

/// The files of a definitions folder, in the order in which they are read: schemac.json, shared.json, then
/// the domains by name. The editor's schema (kEditorSchema) is none of them.
/// @throws support::FileError if there is no such folder.
std::vector<std::filesystem::path> definition_files(const std::filesystem::path& folder);

/// Reads and parses them. Mistakes go to `diagnostics`: a file that is no JSON is left out; SC1023 where the
/// folder has no schemac.json, SC1024 where it defines no domain.
resolve::Definitions load_definitions(const std::filesystem::path& folder, support::Sources& sources,
                                      support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::driver
