// The migration runner on a real server: up, down, steps that fail, locks in the way, several runs at once.
#include "schemac/migrate.hpp"

#include <gtest/gtest.h>

#include <future>
#include <string>
#include <vector>

#include "schemac/connection.hpp"
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

class Migrate : public testing::MigrateTest {};

TEST_F(Migrate, up_applies_all_and_then_finds_nothing_to_do) {
  EXPECT_EQ(states(), "pending pending pending");
  EXPECT_EQ(up_all(), (Names{kNotes, kIndex, kBody}));
  EXPECT_EQ(states(), "applied applied applied");
  EXPECT_EQ(findings(), "");
  EXPECT_EQ(up_all(), Names{});
  EXPECT_EQ(database.run_sql("SELECT string_agg(step, ', ') FROM runs"),
            "notes 1, notes 2, index 1, body 1\n");
  EXPECT_EQ(database.run_sql("SELECT name, state, steps_done, step_open, origin, run_by, seconds > 0, "
                             "up_sha256 = encode(sha256(convert_to('x', 'UTF8')), 'hex') "
                             "FROM schemac.migrations ORDER BY version"),
            "notes|applied|2|f|run|postgres|t|f\nindex|applied|2|f|run|postgres|t|f\n"
            "body|applied|1|f|run|postgres|t|f\n");
}

TEST_F(Migrate, down_reverts_the_last_and_up_applies_it_again) {
  up_all();
  const std::string whole = database.dump();
  EXPECT_EQ(down_one(), Names{kBody});
  EXPECT_EQ(down_one(), Names{kIndex});
  EXPECT_EQ(states(), "applied reverted reverted");
  EXPECT_EQ(up_all(), (Names{kIndex, kBody}));
  EXPECT_EQ(database.dump(), whole);
  EXPECT_EQ(down(database.url(), migrations, {.to = "0"}), (Names{kBody, kIndex, kNotes}));
  EXPECT_EQ(down_one(), Names{});
  EXPECT_EQ(database.run_sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
            "0\n");
}

TEST_F(Migrate, goes_to_a_version_both_ways) {
  EXPECT_EQ(up_all({.to = "20260102000000"}), (Names{kNotes, kIndex}));
  EXPECT_EQ(up_all(), Names{kBody});
  EXPECT_EQ(down(database.url(), migrations, {.to = "20260101000000"}), (Names{kBody, kIndex}));
  EXPECT_TRUE(contains(failure({.to = "20260109000000"}), "there is no migration of version 20260109000000"));
}

TEST_F(Migrate, plan_says_what_would_run_and_changes_nothing) {
  const std::vector<Planned> planned = plan(database.url(), migrations, Direction::up);
  ASSERT_EQ(planned.size(), 3U);
  EXPECT_EQ(planned[1].path(), "20260102000000_index/up.sql");
  EXPECT_EQ(planned[1].script.steps[1].locks, Names{"SHARE UPDATE EXCLUSIVE on public.notes"});
  EXPECT_EQ(database.run_sql("SELECT to_regnamespace('schemac') IS NULL"), "t\n");
  up_all();
  EXPECT_EQ(plan(database.url(), migrations, Direction::up).size(), 0U);
  EXPECT_EQ(plan(database.url(), migrations, Direction::down)[0].path(), "20260103000000_body/down.sql");
}

TEST_F(Migrate, psql_runs_the_scripts_to_the_same_schema) {
  up_all();
  testing::TestDatabase by_psql;
  const testing::MigrationFolder folder{migrations};
  for (const Migration& one : migrations) by_psql.run_sql_file(folder.file(one.folder() + "/up.sql"));
  by_psql.run_sql("CREATE SCHEMA schemac");
  database.run_sql("DROP TABLE schemac.migrations");
  EXPECT_EQ(by_psql.dump(), database.dump());
  resolve(by_psql.url(), migrations, "20260101000000", true);
  for (const char* version : {"20260102000000", "20260103000000"})
    resolve(by_psql.url(), migrations, version, true);
  EXPECT_EQ(up(by_psql.url(), migrations), Names{});
}

TEST_F(Migrate, settings_of_a_script_end_with_it) {
  migrations = {
      migration("20260101000000", "settings",
                "-- schemac script 1\nSET lock_timeout = '77ms'; SET search_path = pg_temp;\n"
                "-- step 1 of 1: look\nBEGIN;\nCREATE TABLE public.seen AS SELECT "
                "current_setting('lock_timeout') AS lock_timeout;\nCREATE TEMP TABLE scrap ();\nCOMMIT;\n"),
      migration("20260102000000", "after",
                "INSERT INTO seen SELECT current_setting('lock_timeout');\nCREATE TEMP TABLE scrap ();")};
  EXPECT_EQ(up_all().size(), 2U);
  EXPECT_EQ(database.run_sql("SELECT * FROM seen"), "77ms\n0\n");
}

TEST_F(Migrate, a_failing_step_is_undone_and_named_with_its_line) {
  migrations.push_back(
      migration("20260104000000", "wrong",
                "-- schemac script 1\n\n-- step 1 of 2: a\nBEGIN;\nCREATE TABLE é ();\nCOMMIT;\n"
                "-- step 2 of 2: fill\nBEGIN;\nCREATE TABLE c ();\n\n"
                "INSERT INTO nowhere VALUES (1);\nCOMMIT;\n"));
  const auto error = caught<MigrationError>([&] { up_all(); });
  EXPECT_EQ(error.sqlstate(), "42P01");
  EXPECT_EQ(std::string{error.what()}.substr(0, 60),
            "20260104000000_wrong/up.sql:11, step 2 of 2 (fill): relation");
  EXPECT_TRUE(contains(error.what(), "1 of 2 steps are done: correct the data, and run again"))
      << error.what();
  EXPECT_EQ(states(), "applied applied applied applying");
  EXPECT_EQ(findings(), "half_done:20260104000000_wrong");
  EXPECT_EQ(database.run_sql("SELECT to_regclass('c') IS NULL"), "t\n");
  database.run_sql("CREATE TABLE nowhere (n integer)");
  EXPECT_EQ(up_all(), Names{"20260104000000_wrong"});
  EXPECT_EQ(states(), "applied applied applied applied");
}

TEST_F(Migrate, a_precondition_that_does_not_hold_stops_its_step) {
  migrations.push_back(migration(
      "20260104000000", "required",
      "-- schemac script 1\n-- step 1 of 1: require the author\n-- hazard SC5010: rows have no author\n"
      "-- precondition: SELECT NOT EXISTS (SELECT FROM notes WHERE author IS NULL)\n"
      "BEGIN;\nALTER TABLE notes ALTER COLUMN author SET NOT NULL;\nCOMMIT;\n"));
  up_all({.to = "20260103000000"});
  database.run_sql("ALTER TABLE notes ADD COLUMN author text");
  EXPECT_TRUE(contains(failure(), "step 1 of 1 (require the author): SC5010: rows have no author"))
      << failure();
  database.run_sql("UPDATE notes SET author = 'Ada'");
  EXPECT_EQ(up_all(), Names{"20260104000000_required"});
}

TEST_F(Migrate, an_index_that_cannot_be_built_leaves_nothing_behind) {
  up_all({.to = "20260101000000"});
  database.run_sql("INSERT INTO notes (title) VALUES ('NOTE 1')");
  const auto error = caught<MigrationError>([&] { up_all(); });
  EXPECT_EQ(error.sqlstate(), "23505") << error.what();
  EXPECT_EQ(database.run_sql("SELECT to_regclass('notes_title_idx') IS NULL"), "t\n");
  database.run_sql("DELETE FROM notes WHERE title = 'NOTE 1'");
  EXPECT_EQ(up_all(), (Names{kIndex, kBody}));
}

TEST_F(Migrate, an_index_that_a_broken_run_left_invalid_is_built_again) {
  up_all({.to = "20260101000000"});
  database.run_sql("CREATE INDEX notes_title_idx ON notes (title)");
  database.run_sql("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'notes_title_idx'::regclass");
  EXPECT_EQ(up_all(), (Names{kIndex, kBody}));
  EXPECT_EQ(database.run_sql("SELECT indisvalid, indisunique FROM pg_index WHERE indexrelid = "
                             "'notes_title_idx'::regclass"),
            "t|t\n");
}

TEST_F(Migrate, a_statement_that_its_probe_does_not_find_done_is_not_recorded) {
  migrations = {migration("20260101000000", "vacuum",
                          "-- no transaction\n-- probe: SELECT 'absent'\nVACUUM pg_catalog.pg_class;\n")};
  EXPECT_TRUE(contains(failure(), "the statement has run, but its probe says 'absent'")) << failure();
  migrations[0].up = "-- no transaction\n-- probe: SELECT 'maybe'\nVACUUM pg_catalog.pg_class;\n";
  EXPECT_TRUE(contains(failure(), "gives neither 'absent' nor 'partial' nor 'done'")) << failure();
}

TEST_F(Migrate, a_step_that_ends_its_transaction_itself_is_given_to_people) {
  migrations = {migration("20260101000000", "sly", "CREATE TABLE a ();\nCOMMIT;\nCREATE TABLE b ();\n")};
  EXPECT_TRUE(contains(failure(), "step 1 ended its transaction itself")) << failure();
  EXPECT_TRUE(contains(failure(), "resolve --applied|--rolled-back 20260101000000")) << failure();
  database.run_sql("DROP TABLE a, b");
  resolve(database.url(), migrations, "20260101000000", false);
  migrations[0].up = "CREATE TABLE a ();\nCREATE TABLE b ();\n";
  EXPECT_EQ(up_all(), Names{"20260101000000_sly"});
}

TEST_F(Migrate, one_run_waits_for_another_and_says_for_whom) {
  Connection other{database.url()};
  other.execute("SELECT pg_advisory_lock(32478922351141219)");
  const std::string message = failure({.wait_seconds = 0});
  EXPECT_TRUE(contains(message, "server process " + std::to_string(other.backend_pid()))) << message;
  EXPECT_TRUE(contains(message, "has not ended within 0 s")) << message;
  EXPECT_EQ(states(), "pending pending pending");
}

/// A transaction of somebody else that is in the way of one table, until a step was tried again twice.
class Blocker final : public Observer {
 public:
  Blocker(const std::string& url, const std::string& statement)
      : connection_{url}, transaction_{connection_.begin()} {
    transaction_.execute_script(statement);
  }

  void retrying(const StepPlace& step, std::string_view reason, double seconds) override {
    EXPECT_TRUE(contains(reason, "lock timeout")) << reason;
    EXPECT_GE(seconds, 0.1);
    path = step.path;
    if (++times == 2) transaction_.rollback();
  }

  int times = 0;
  std::string path;

 private:
  Connection connection_;
  Transaction transaction_;
};

TEST_F(Migrate, a_lock_timeout_is_tried_again_until_the_lock_is_free) {
  up_all({.to = "20260102000000"});
  migrations[2].up =
      "-- schemac script 1\nSET lock_timeout = '50ms';\n-- step 1 of 1: body\nBEGIN;\n"
      "ALTER TABLE notes ADD COLUMN body text;\nCOMMIT;\n";
  Blocker blocker{database.url(), "LOCK TABLE notes IN ACCESS SHARE MODE"};
  EXPECT_EQ(caught<MigrationError>([&] { up_all({.retry_seconds = 0}); }).sqlstate(), "55P03");
  EXPECT_EQ(up_all({.observer = &blocker}), Names{kBody});
  EXPECT_EQ(blocker.times, 2);
  EXPECT_EQ(blocker.path, "20260103000000_body/up.sql");
}

TEST_F(Migrate, a_lock_timeout_of_an_index_leaves_nothing_and_is_tried_again) {
  up_all({.to = "20260101000000"});
  const std::string first_line = "-- schemac script 1\n";
  migrations[1].up.replace(0, first_line.size(), first_line + "SET lock_timeout = '50ms';\n");
  Blocker blocker{database.url(), "INSERT INTO notes (title) VALUES ('soon rolled back')"};
  EXPECT_EQ(caught<MigrationError>([&] { up_all({.retry_seconds = 0}); }).sqlstate(), "55P03");
  EXPECT_EQ(up_all({.observer = &blocker}), (Names{kIndex, kBody}));
  EXPECT_EQ(blocker.times, 2);
  EXPECT_EQ(
      database.run_sql("SELECT indisvalid FROM pg_index WHERE indexrelid = 'notes_title_idx'::regclass"),
      "t\n");
}

TEST_F(Migrate, what_comes_before_can_call_it_off) {
  class Refuser final : public Observer {
   public:
    void before(const std::vector<Planned>& plan) override {
      EXPECT_EQ(plan.size(), 3U);
      throw MigrationError{"no backup"};
    }
  } refuser;
  EXPECT_EQ(failure({.observer = &refuser}), "no backup");
  EXPECT_EQ(states(), "pending pending pending");
}

TEST_F(Migrate, eight_runs_at_once_apply_everything_once) {
  migrations = testing::sample_migrations(0.05);
  std::vector<std::future<Names>> runs;
  for (int i = 0; i < 8; ++i)
    runs.push_back(std::async(std::launch::async, [&] { return up(database.url(), migrations); }));
  std::size_t applied = 0;
  for (std::future<Names>& one : runs) applied += one.get().size();
  EXPECT_EQ(applied, 3U);
  EXPECT_EQ(database.run_sql("SELECT string_agg(step, ', ') FROM runs"),
            "notes 1, notes 2, index 1, body 1\n");
}

}  // namespace
}  // namespace schemac::migrate
