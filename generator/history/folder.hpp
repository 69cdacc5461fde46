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

/// The texts of a migration's folder; empty where a file is not there. @throws support::FileError
MigrationFiles read_files(const std::filesystem::path& folder, const std::string& version);

/// A migration's folder that is to be: its version, and what is in it.
struct NewFolder {
  std::string version;
  MigrationFiles files;
};

/// Takes the folders of `gone` away and writes those of `fresh`, all at once: whoever looks at `folder`, also
/// after a kill, sees either all of it or nothing. @throws support::FileError with nothing
/// changed.
void replace_migrations(const std::filesystem::path& folder, const std::vector<std::string>& gone,
                        const std::vector<NewFolder>& fresh);

/// Whether a text is a version: 14 digits, `_` and a name of lower-case letters, digits and `_`.
bool is_version(std::string_view text);

}  // namespace schemac::compiler::history
