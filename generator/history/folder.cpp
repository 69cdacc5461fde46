// What is written stands under another name first, which then becomes its own.
#include "history/folder.hpp"

#include <fcntl.h>
#include <stdio.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <system_error>

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

/// A folder that goes when its owner does, unless it has got another name. One that a killed run has left
/// goes first.
struct Unfinished {
  explicit Unfinished(fs::path place) : path(std::move(place)) { remove(); }
  ~Unfinished() { remove(); }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;

  fs::path path;

 private:
  void remove() const {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

void write_texts(const fs::path& folder, const MigrationFiles& files) {
  support::write_outputs(folder,
                         {{"change.json", files.change}, {"down.sql", files.down}, {"up.sql", files.up}}, {});
}

/// Two folders change their names in one step of the file system.
void exchange(const fs::path& a, const fs::path& b) {
  if (::renameat2(AT_FDCWD, a.c_str(), AT_FDCWD, b.c_str(), RENAME_EXCHANGE) == 0) return;
  throw support::FileError("cannot put " + b.generic_string() + " in the place of " + a.generic_string() +
                           ": " + std::error_code(errno, std::generic_category()).message());
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

MigrationFiles read_files(const fs::path& folder, const std::string& version) {
  const auto text = [&](const char* name) {
    return support::read_file(folder / version / name).value_or("");
  };
  return {text("up.sql"), text("down.sql"), text("change.json")};
}

void write_migration(const fs::path& folder, const std::string& version, const MigrationFiles& files) {
  const fs::path target = folder / version;
  if (fs::exists(target)) throw support::FileError(target.generic_string() + " is there already");
  const Unfinished unfinished(folder / ".unfinished");
  write_texts(unfinished.path, files);
  std::error_code error;
  fs::rename(unfinished.path, target, error);
  if (error) throw support::FileError("cannot write " + target.generic_string() + ": " + error.message());
}

void replace_migrations(const fs::path& folder, const std::vector<std::string>& gone,
                        const std::vector<NewFolder>& fresh) {
  const fs::path whole = fs::canonical(folder);
  const Unfinished unfinished(whole.parent_path() / ("." + whole.filename().string() + ".unfinished"));
  std::error_code error;
  fs::copy(whole, unfinished.path, fs::copy_options::recursive, error);
  if (error) throw support::FileError("cannot copy " + whole.generic_string() + ": " + error.message());
  for (const std::string& version : gone) fs::remove_all(unfinished.path / version);
  for (const NewFolder& each : fresh) write_texts(unfinished.path / each.version, each.files);
  exchange(whole, unfinished.path);
}

}  // namespace schemac::compiler::history
