// A migration's folder is written under another name first, which then becomes its own.
#include "history/folder.hpp"

#include <algorithm>
#include <cctype>

#include "history/change_file.hpp"
#include "support/files.hpp"

namespace schemac::compiler::history {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> versions_in(const fs::path& folder) {
  std::vector<fs::path> found;
  if (!fs::is_directory(folder)) return found;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory() && is_version(entry.path().filename().string())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

bool is_version(std::string_view text) {
  constexpr std::size_t kDigits = 14;
  if (text.size() < kDigits + 2 || text[kDigits] != '_') return false;
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  const auto is_word = [](unsigned char c) {
    return std::isdigit(c) != 0 || std::islower(c) != 0 || c == '_';
  };
  return std::all_of(text.begin(), text.begin() + kDigits, is_digit) &&
         std::all_of(text.begin() + kDigits + 1, text.end(), is_word);
}

std::vector<Migration> read_migrations(const fs::path& folder,
                                       std::span<const model::ObjectKind* const> kinds,
                                       support::Sources& sources, support::Diagnostics& diagnostics) {
  std::vector<Migration> migrations;
  for (const fs::path& path : versions_in(folder)) {
    const fs::path file = path / "change.json";
    const auto text = support::read_file(file);
    if (!text) {
      diagnostics.error({}, "SC6004", path.generic_string() + " has no change.json",
                        "a migration is up.sql, down.sql and change.json: restore it");
      continue;
    }
    const auto id = sources.add(file.generic_string(), *text);
    const auto document = syntax::parse(sources, id, diagnostics);
    if (!document) continue;
    auto migration = read_change_file(*document, path.filename().string(), kinds, diagnostics);
    if (migration) migrations.push_back(std::move(*migration));
  }
  return migrations;
}

void write_migration(const fs::path& folder, const std::string& version, const MigrationFiles& files) {
  const fs::path target = folder / version;
  if (fs::exists(target)) throw support::FileError(target.generic_string() + " is there already");
  const fs::path unfinished = folder / ("." + version);
  std::error_code error;
  fs::remove_all(unfinished, error);
  support::write_outputs(unfinished,
                         {{"change.json", files.change}, {"down.sql", files.down}, {"up.sql", files.up}}, {});
  fs::rename(unfinished, target, error);
  if (error) {
    const std::string reason = error.message();
    fs::remove_all(unfinished, error);
    throw support::FileError("cannot write " + target.generic_string() + ": " + reason);
  }
}

}  // namespace schemac::compiler::history
