// What the tests of the migration runner share: a database, the sample migrations, and short words for what
// the runner says of them.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schemac/error.hpp"
#include "schemac/migrate.hpp"
#include "support/migrations.hpp"
#include "support/people.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

using Names = std::vector<std::string>;

inline constexpr const char* kNotes = "20260101000000_notes";
inline constexpr const char* kIndex = "20260102000000_index";
inline constexpr const char* kBody = "20260103000000_body";

class MigrateTest : public ::testing::Test {
 protected:
  Names up_all(const migrate::Options& options = {}) {
    return migrate::up(database.url(), migrations, options);
  }
  Names down_one() { return migrate::down(database.url(), migrations); }

  std::string failure(const migrate::Options& options = {}) {
    return caught<MigrationError>([&] { up_all(options); }).what();
  }

  /// "applied applied pending": by version.
  std::string states() {
    std::string text;
    for (const migrate::Entry& entry : migrate::status(database.url(), migrations).entries)
      text += (text.empty() ? "" : " ") + std::string{name(entry.state)};
    return text;
  }

  std::string findings() {
    std::string text;
    for (const migrate::Finding& finding : migrate::status(database.url(), migrations).findings)
      text += (text.empty() ? "" : " ") + std::string{name(finding.kind)} + ":" + finding.migration;
    return text;
  }

  TestDatabase database;
  std::vector<migrate::Migration> migrations = sample_migrations();
};

}  // namespace schemac::testing
