// Reads migrations from a folder.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "schemac/error.hpp"
#include "schemac/migration.hpp"

namespace schemac::migrate {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kVersionDigits = 14;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_name_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == '_';
}

bool is_migration(const std::string& folder) {
  return folder.size() > kVersionDigits + 1 &&
         std::all_of(folder.begin(), folder.begin() + kVersionDigits, is_digit) &&
         folder[kVersionDigits] == '_' &&
         std::all_of(folder.begin() + kVersionDigits, folder.end(), is_name_character);
}

std::string read_text(const fs::path& file) {
  std::ifstream stream{file, std::ios::binary};
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream)
    throw MigrationError{"cannot read " + file.string() +
                         ": a migration is up.sql, down.sql and change.json"};
  return std::move(text).str();
}

Migration read_migration(const fs::path& folder) {
  const std::string title = folder.filename().string();
  if (!is_migration(title))
    throw MigrationError{folder.string() +
                         " is not named like a migration (20261120093000_add_bill_links: 14 digits, _, and "
                         "lower-case letters, digits and _): rename it or move it out of here"};
  Migration migration;
  migration.version = title.substr(0, kVersionDigits);
  migration.name = title.substr(kVersionDigits + 1);
  migration.up = read_text(folder / "up.sql");
  migration.down = read_text(folder / "down.sql");
  migration.change = read_text(folder / "change.json");
  return migration;
}

}  // namespace

std::vector<Migration> read_folder(const std::string& path) {
  std::error_code error;
  std::vector<Migration> migrations;
  for (const fs::directory_entry& entry : fs::directory_iterator{path, error})
    if (entry.is_directory()) migrations.push_back(read_migration(entry.path()));
  if (error) throw MigrationError{"cannot read the folder " + path + ": " + error.message()};
  std::sort(migrations.begin(), migrations.end(),
            [](const Migration& a, const Migration& b) { return a.version < b.version; });
  for (std::size_t i = 1; i < migrations.size(); ++i)
    if (migrations[i].version == migrations[i - 1].version)
      throw MigrationError{migrations[i - 1].folder() + " and " + migrations[i].folder() +
                           " have one version: rename one of the folders"};
  return migrations;
}

}  // namespace schemac::migrate
