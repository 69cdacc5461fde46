// What every import does, whatever it reads.
#pragma once

#include <filesystem>
#include <vector>

#include "driver/options.hpp"
#include "importers/definitions.hpp"

namespace schemac::compiler::driver {

/// Where the definitions go: --out, or schema-defs.
std::filesystem::path import_folder(const Options& options);

/// The project's name: that of the folder, or of the one above a "schema-defs".
std::string project_of(const std::filesystem::path& folder);

/// Whether a folder may be written into; says why not.
bool may_import_into(const std::filesystem::path& folder);

/// Writes the files and says how many. @throws support::FileError
void write_imported(const std::filesystem::path& folder, const std::vector<importers::DefinitionFile>& files,
                    const importers::ImportedSchema& schema);

/// `schemac import` of a snapshot of drizzle-kit.
int import_snapshot(const Options& options);

}  // namespace schemac::compiler::driver
