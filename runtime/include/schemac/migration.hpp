// A migration as its folder, or a program that carries it, holds it: three texts under a version. What they
// mean is in docs/migrations.md.
#pragma once

#include <string>
#include <vector>

namespace schemac::migrate {

struct Migration {
  std::string version;  ///< 14 digits: "20261120093000"
  std::string name;     ///< "add_bill_links"
  std::string up;       ///< the text of up.sql
  std::string down;     ///< of down.sql
  std::string change;   ///< of change.json

  /// What people call it: "20261120093000_add_bill_links".
  std::string folder() const { return version + "_" + name; }
};

/// The migrations in a folder, by version; other files beside them are left alone. Throws MigrationError,
/// naming it, for a folder that is no migration, for one that lacks a file and for a version that two have.
std::vector<Migration> read_folder(const std::string& path);

}  // namespace schemac::migrate
