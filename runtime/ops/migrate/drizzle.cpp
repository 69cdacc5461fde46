// Compares what drizzle-kit keeps of a history: the journal lists entries by tag and time, TAG.sql is what an
// entry runs, each snapshot names the one before it, and the database records the times of what it has run.
#include "migrate/drizzle.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"

namespace schemac::ops {
namespace {

namespace fs = std::filesystem;

constexpr const char* kJournal = "_journal.json";
constexpr const char* kSnapshot = "_snapshot.json";
constexpr const char* kNoSnapshot = "00000000-0000-0000-0000-000000000000";  // what the first one continues

struct JournalEntry {
  std::string tag;        // "20260225131859_fancy_maverick"
  std::int64_t when = 0;  // milliseconds since 1970

  /// "20260225131859_snapshot.json".
  std::string snapshot() const { return tag.substr(0, tag.find('_')) + kSnapshot; }
};

/// Has the server take a JSON file apart.
Result query_json(Connection& connection, const fs::path& file, const std::string& query) {
  std::ostringstream text;
  text << std::ifstream{file, std::ios::binary}.rdbuf();
  try {
    return connection.execute(query, Parameters{}.add(text.str()));
  } catch (const QueryError& error) {
    throw MigrationError{file.string() + " is not what drizzle-kit writes: " + error.what(),
                         error.sqlstate()};
  }
}

class DrizzleFolder {
 public:
  DrizzleFolder(Connection& connection, const std::string& folder)
      : connection_{&connection}, folder_{folder}, meta_{folder_ / "meta"} {
    if (!fs::exists(meta_ / kJournal)) meta_ = folder_;
    if (!fs::exists(meta_ / kJournal))
      throw MigrationError{"there is no " + std::string{kJournal} + " in " + folder + " or its folder meta"};
    const Result result = query_json(
        connection, meta_ / kJournal,
        "SELECT entry->>'tag', (entry->>'when')::bigint "
        "FROM jsonb_array_elements($1::text::jsonb->'entries') AS entry ORDER BY (entry->>'idx')::int");
    for (int i = 0; i < result.rows(); ++i) {
      RowReader row{result, i};
      JournalEntry& entry = entries_.emplace_back();
      entry.tag = row.next<std::string>();
      entry.when = row.next<std::int64_t>();
    }
  }

  std::vector<std::string> gaps() {
    compare_files();
    compare_snapshots();
    compare_database();
    return std::move(gaps_);
  }

 private:
  void compare_files() {
    std::set<std::string> unlisted;
    for (const fs::directory_entry& file : fs::directory_iterator{folder_})
      if (file.path().extension() == ".sql") unlisted.insert(file.path().stem().string());
    for (const JournalEntry& entry : entries_)
      if (unlisted.erase(entry.tag) == 0)
        gaps_.push_back("the journal lists " + entry.tag + ", but there is no " + entry.tag + ".sql");
    for (const std::string& tag : unlisted)
      gaps_.push_back(tag + ".sql is not in the journal: drizzle-kit does not run it");
  }

  void compare_snapshots() {
    std::map<std::string, std::string> previous_of;  // snapshot file -> the id that it continues
    std::set<std::string> ids{kNoSnapshot};
    for (const fs::directory_entry& file : fs::directory_iterator{meta_}) {
      const std::string name = file.path().filename().string();
      if (!name.ends_with(kSnapshot)) continue;
      const Result result =
          query_json(*connection_, file.path(),
                     "SELECT j->>'id', j->>'prevId' FROM (SELECT $1::text::jsonb AS j) AS file");
      RowReader row{result, 0};
      ids.insert(row.next<std::string>());
      previous_of[name] = row.next<std::string>();
    }
    for (const auto& [name, previous] : previous_of)
      if (!ids.contains(previous))
        gaps_.push_back(name + " continues the snapshot " + previous + ", which is not here");
    for (const JournalEntry& entry : entries_)
      if (previous_of.erase(entry.snapshot()) == 0)
        gaps_.push_back("the journal lists " + entry.tag + ", but there is no " + entry.snapshot());
    for (const auto& [name, previous] : previous_of)
      gaps_.push_back(name + " is the state after a migration that the journal does not list");
  }

  void compare_database() {
    const Result table =
        connection_->execute("SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL");
    if (!RowReader{table, 0}.next<bool>()) {
      gaps_.emplace_back(
          "the database has no drizzle.__drizzle_migrations: drizzle-kit has run nothing here");
      return;
    }
    const Result result =
        connection_->execute("SELECT created_at FROM drizzle.__drizzle_migrations ORDER BY 1");
    std::set<std::int64_t> unlisted;
    for (int i = 0; i < result.rows(); ++i) unlisted.insert(RowReader{result, i}.next<std::int64_t>());
    for (const JournalEntry& entry : entries_)
      if (unlisted.erase(entry.when) == 0)
        gaps_.push_back("the journal lists " + entry.tag + ", but this database has not run it");
    for (const std::int64_t when : unlisted)
      gaps_.push_back("this database has run a migration (created_at " + std::to_string(when) +
                      ") that the journal does not list");
  }

  Connection* connection_;
  fs::path folder_;
  fs::path meta_;
  std::vector<JournalEntry> entries_;
  std::vector<std::string> gaps_;
};

}  // namespace

std::vector<std::string> drizzle_gaps(const std::string& url, const std::string& folder) {
  Connection connection{url};
  return DrizzleFolder{connection, folder}.gaps();
}

}  // namespace schemac::ops
