// The ledger on a real server: every way in which it and the files differ, and what is recorded without
// running.
#include "schemac/migrate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "schemac/error.hpp"
#include "support/migrate_test.hpp"

namespace schemac::migrate {
namespace {

using testing::caught;
using testing::contains;
using testing::kBody;
using testing::kIndex;
using testing::kNotes;
using testing::migration;
using testing::Names;

class MigrateLedger : public testing::MigrateTest {};

TEST_F(MigrateLedger, a_script_may_be_corrected_while_nothing_of_it_is_there) {
  migrations = {migration("20260101000000", "wrong", "CREATE TABLE t (a nothing);")};
  EXPECT_TRUE(contains(failure(), "correct the script or the data"));
  EXPECT_EQ(states() + findings(), "applying");
  EXPECT_EQ(down_one(), Names{});
  migrations[0].up = "CREATE TABLE t (a integer);";
  EXPECT_EQ(up_all(), Names{"20260101000000_wrong"});
  EXPECT_EQ(findings(), "");
}

TEST_F(MigrateLedger, a_script_may_not_be_corrected_once_a_step_is_there) {
  migrations = {migration("20260101000000", "wrong",
                          "-- schemac script 1\n-- step 1 of 2: a\nBEGIN;\nCREATE TABLE t ();\nCOMMIT;\n"
                          "-- step 2 of 2: b\nBEGIN;\nCREATE TABLE t ();\nCOMMIT;\n")};
  failure();
  migrations[0].up += "\n";
  EXPECT_TRUE(contains(failure(), "up.sql changed since it was run")) << failure();
  EXPECT_TRUE(contains(caught<MigrationError>([&] { down_one(); }).what(), "changed since it was run"));
}

TEST_F(MigrateLedger, a_way_back_that_is_closed_leaves_the_migration_applied) {
  up_all();
  migrations.push_back(migration("20260104000000", "one_way", "CREATE TABLE one_way ();\n",
                                 "-- hazard SC5011: what was dropped does not come back\n"
                                 "-- precondition: SELECT false\nBEGIN;\nCOMMIT;\n"));
  up_all();
  const std::string refusal = caught<MigrationError>([&] { down_one(); }).what();
  EXPECT_TRUE(contains(refusal, "SC5011: what was dropped does not come back")) << refusal;
  EXPECT_TRUE(contains(refusal, "Nothing is reverted")) << refusal;
  EXPECT_EQ(states() + findings(), "applied applied applied reverting");
  migrations.push_back(migration("20260105000000", "next", "CREATE TABLE next ();\n"));
  EXPECT_EQ(up_all(), Names{"20260105000000_next"});
  EXPECT_EQ(down_one(), Names{"20260105000000_next"});
}

TEST_F(MigrateLedger, an_applied_file_that_changed_is_refused_by_name) {
  up_all();
  migrations[1].down += "-- really\n";
  EXPECT_EQ(findings(), std::string{"changed:"} + kIndex);
  EXPECT_TRUE(contains(failure(), "20260102000000_index: down.sql changed since it was run")) << failure();
  EXPECT_TRUE(contains(failure(), "Restore what was run")) << failure();
  resolve(database.url(), migrations, "20260102000000", true);
  EXPECT_EQ(up_all(), Names{});
}

TEST_F(MigrateLedger, an_applied_migration_under_another_version_is_not_applied_twice) {
  up_all();
  migrations[2].version = "20260109000000";
  EXPECT_EQ(findings(), std::string{"renamed:"} + kBody);
  EXPECT_TRUE(contains(failure(), "20260109000000_body was applied as 20260103000000_body")) << failure();
}

TEST_F(MigrateLedger, a_missing_folder_is_refused_unless_allowed) {
  up_all();
  const std::vector<Migration> all = migrations;
  migrations.erase(migrations.begin() + 1);
  EXPECT_EQ(findings(), std::string{"missing:"} + kIndex);
  EXPECT_TRUE(contains(failure(), "20260102000000_index is applied, but is not among")) << failure();
  EXPECT_EQ(up_all({.missing = true}), Names{});
  migrations = {all[0], all[1]};  // an older program beside a newer one
  EXPECT_EQ(findings(), std::string{"ahead:"} + kBody);
  EXPECT_EQ(up_all(), Names{});
}

TEST_F(MigrateLedger, a_late_migration_is_seen_and_applied_when_allowed) {
  const Migration late = migrations[1];
  migrations.erase(migrations.begin() + 1);
  up_all();
  migrations.insert(migrations.begin() + 1, late);
  EXPECT_EQ(findings(), std::string{"out_of_order:"} + kIndex);
  EXPECT_TRUE(contains(failure(), "20260102000000_index is not applied, but 20260103000000_body is"))
      << failure();
  EXPECT_EQ(up_all({.out_of_order = true}), Names{kIndex});
  EXPECT_EQ(findings(), "");
  EXPECT_EQ(down_one(), Names{kIndex});  // what was applied last goes first
}

TEST_F(MigrateLedger, baseline_records_what_is_there_and_is_not_reverted) {
  const testing::MigrationFolder folder{migrations};
  database.run_sql_file(folder.file(std::string{kNotes} + "/up.sql"));
  EXPECT_EQ(baseline(database.url(), migrations, "20260101000000"), Names{kNotes});
  EXPECT_EQ(baseline(database.url(), migrations, "20260101000000"), Names{});
  EXPECT_EQ(up_all(), (Names{kIndex, kBody}));
  EXPECT_TRUE(contains(caught<MigrationError>([&] { down(database.url(), migrations, {.to = "0"}); }).what(),
                       "20260101000000_notes was there before schemac"));
  EXPECT_EQ(states(), "applied applied applied");
}

/// The first two migrations in one.
Migration squash_of(const std::vector<Migration>& parts, const std::string& version) {
  const std::string up =
      "-- schemac script 1\n-- replaces: 20260101000000 20260102000000\n"
      "-- step 1 of 1: all\nBEGIN;\nCREATE TABLE public.notes (id bigint GENERATED ALWAYS AS IDENTITY "
      "PRIMARY KEY, "
      "title text NOT NULL);\nCREATE TABLE public.runs (step text);\nCOMMIT;\n";
  return migration(version, "squash", up, parts[0].down);
}

TEST_F(MigrateLedger, a_squash_takes_the_place_of_what_it_replaces) {
  const std::vector<Migration> parts = migrations;
  for (const std::string version : {"20260102000000", "20260102000001"}) {
    migrations = parts;
    up_all();
    migrations = {squash_of(parts, version), parts[2]};
    EXPECT_EQ(findings(), "") << version;
    EXPECT_EQ(states(), "applied applied") << version;
    EXPECT_EQ(up_all(), Names{}) << version;
    EXPECT_EQ(findings(), "") << version;
    EXPECT_EQ(down_one(), Names{kBody}) << version;
    database.run_sql("DROP FUNCTION public.slow(text) CASCADE");
    EXPECT_EQ(down_one(), Names{version + "_squash"}) << version;
    EXPECT_EQ(up_all(), (Names{version + "_squash", kBody})) << version;
    database.run_sql("DROP SCHEMA schemac CASCADE; DROP TABLE notes, runs");
  }
}

TEST_F(MigrateLedger, a_squash_of_what_is_there_in_part_asks_for_the_folders_from_before) {
  const std::vector<Migration> parts = migrations;
  up_all({.to = "20260101000000"});
  migrations = {squash_of(parts, "20260102000000"), parts[2]};
  EXPECT_EQ(findings(), std::string{"missing:"} + kNotes);
  EXPECT_TRUE(contains(failure(), "20260101000000_notes is applied, but is not among")) << failure();
}

TEST_F(MigrateLedger, resolve_believes_the_probes_only) {
  up_all({.to = "20260101000000"});
  const auto error =
      caught<MigrationError>([&] { resolve(database.url(), migrations, "20260102000000", true); });
  EXPECT_TRUE(contains(error.what(), "is 'absent', not 'done'")) << error.what();
  EXPECT_EQ(states(), "applied pending pending");
}

TEST_F(MigrateLedger, a_folder_is_read_whole_or_refused) {
  const testing::MigrationFolder folder{{migrations[1], migrations[0]}};
  const std::vector<Migration> read = read_folder(folder.path());
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0].folder(), kNotes);
  EXPECT_EQ(read[1].down, migrations[1].down);
  std::filesystem::remove(folder.file(std::string{kIndex} + "/down.sql"));
  EXPECT_TRUE(
      contains(caught<MigrationError>([&] { read_folder(folder.path()); }).what(), "_index/down.sql"));
  folder.write(migration("20260101000000", "index", ""));
  folder.write(migrations[1]);
  EXPECT_TRUE(
      contains(caught<MigrationError>([&] { read_folder(folder.path()); }).what(), "have one version"));
  std::filesystem::create_directory(folder.file("2026_x"));
  EXPECT_TRUE(contains(caught<MigrationError>([&] { read_folder(folder.path()); }).what(),
                       "is not named like a migration"));
  EXPECT_TRUE(contains(caught<MigrationError>([&] { read_folder("/nowhere"); }).what(), "/nowhere"));
}

}  // namespace
}  // namespace schemac::migrate
