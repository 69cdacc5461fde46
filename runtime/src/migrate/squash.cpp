// A squash makes one migration of several. Its version may be one of theirs; its checksums tell it apart.
#include "migrate/squash.hpp"

#include <algorithm>
#include <string_view>

namespace schemac::migrate {
namespace {

/// Most migrations replace nothing, and their scripts need not be read to know that.
std::vector<std::string> replaced_by(const Migration& migration) {
  if (migration.up.find("\n-- replaces: ") == std::string::npos) return {};
  return read_script(migration.up, migration.folder() + "/up.sql").replaces;
}

bool is_applied(const std::vector<Recorded>& rows, std::string_view version) {
  return std::any_of(rows.begin(), rows.end(), [&](const Recorded& row) {
    return row.entry.version == version && row.entry.state == State::applied;
  });
}

bool is_recorded(const std::vector<Recorded>& rows, const Migration& migration) {
  return std::any_of(rows.begin(), rows.end(), [&](const Recorded& row) {
    return row.entry.version == migration.version && row.checksums == checksums_of(migration);
  });
}

void put_in_place(const Squash& squash, std::vector<Recorded>& rows) {
  const auto is_one = [&](const Recorded& row) {
    return std::find(squash.replaced.begin(), squash.replaced.end(), row.entry.version) !=
           squash.replaced.end();
  };
  auto last = std::find_if(rows.rbegin(), rows.rend(), is_one);
  Recorded whole = *last;
  whole.entry.version = squash.migration->version;
  whole.entry.name = squash.migration->name;
  whole.entry.origin = "squash";
  whole.checksums = checksums_of(*squash.migration);
  rows.insert(last.base(), whole);
  std::erase_if(rows, [&](const Recorded& row) { return is_one(row) && row.checksums != whole.checksums; });
}

}  // namespace

std::vector<Squash> adopt_squashes(const std::vector<Migration>& migrations, std::vector<Recorded>& rows) {
  std::vector<Squash> squashes;
  for (const Migration& migration : migrations) {
    const Squash squash{&migration, replaced_by(migration)};
    if (squash.replaced.empty() || is_recorded(rows, migration) ||
        !std::all_of(squash.replaced.begin(), squash.replaced.end(),
                     [&](const std::string& version) { return is_applied(rows, version); }))
      continue;
    put_in_place(squash, rows);
    squashes.push_back(squash);
  }
  return squashes;
}

}  // namespace schemac::migrate
