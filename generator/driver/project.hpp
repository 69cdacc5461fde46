// Finds and parses the files of a project.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "resolve/definitions.hpp"
#include "support/diagnostic.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

/// The editor's schema, which stands beside the definitions.
inline constexpr std::string_view kEditorSchema = "schemac.schema.json";

/// The files of a definitions folder, in the order in which they are read: schemac.json, shared.json, then
/// the domains by name. The editor's schema (kEditorSchema) is none of them.
/// @throws support::FileError if there is no such folder.
std::vector<std::filesystem::path> definition_files(const std::filesystem::path& folder);

/// Parses files of definitions, each with its name as the path. Mistakes go to `diagnostics`: a file that is
/// no JSON is left out.
resolve::Definitions parse_definitions(const std::vector<support::OutputFile>& files,
                                       support::Sources& sources, support::Diagnostics& diagnostics);

/// Reads and parses those of a folder; SC1023 where it has no schemac.json, SC1024 where it defines no
/// domain.
resolve::Definitions load_definitions(const std::filesystem::path& folder, support::Sources& sources,
                                      support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::driver
