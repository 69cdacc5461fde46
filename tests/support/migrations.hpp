// What the tests of the migration runner share: three small migrations that between them have everything a
// script can have, and folders to write them to.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schemac/migration.hpp"

namespace schemac::testing {

/// Adds a table in two steps; builds an index without a transaction, and fills a counter that shows how often
/// it ran; changes the table. `sleep` seconds are spent inside each step.
std::vector<migrate::Migration> sample_migrations(double sleep = 0);

/// A migration that goes up and down by these scripts.
migrate::Migration migration(const std::string& version, const std::string& name, const std::string& up,
                             const std::string& down = "BEGIN;\nCOMMIT;\n");

/// A folder of migrations, removed at the end.
class MigrationFolder {
 public:
  explicit MigrationFolder(const std::vector<migrate::Migration>& migrations);
  ~MigrationFolder();
  MigrationFolder(const MigrationFolder&) = delete;
  MigrationFolder& operator=(const MigrationFolder&) = delete;

  void write(const migrate::Migration& migration) const;
  std::string path() const { return path_.string(); }
  /// The path of a file: `file("20260101000000_notes/up.sql")`.
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace schemac::testing
