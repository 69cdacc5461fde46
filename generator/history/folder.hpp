// The folder of migrations on disk.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "history/migration.hpp"
#include "model/object_kind.hpp"
#include "support/diagnostic.hpp"
#include "support/source.hpp"

namespace schemac::compiler::history {

/// The migrations in `folder`, sorted by version; none where there is no such folder. SC6001 for a
/// change.json that cannot be read, SC6004 for a folder without one. @throws support::FileError
std::vector<Migration> read_migrations(const std::filesystem::path& folder,
                                       std::span<const model::ObjectKind* const> kinds,
                                       support::Sources& sources, support::Diagnostics& diagnostics);

/// Writes a new migration's folder, whole or not at all. @throws support::FileError also where it is there
/// already.
void write_migration(const std::filesystem::path& folder, const std::string& version,
                     const MigrationFiles& files);

/// Whether a text is a version: 14 digits, `_` and a name of lower-case letters, digits and `_`.
bool is_version(std::string_view text);

}  // namespace schemac::compiler::history
