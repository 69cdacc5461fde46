// Kills `schemactl migrate` and its server before and after every message between them. Whatever is killed,
// the next run must end with every step there exactly once.
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "migrate_faults/faulty_run.hpp"
#include "schemac/connection.hpp"
#include "schemac/migrate.hpp"
#include "support/migrations.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using migrate::Migration;
using Names = std::vector<std::string>;

constexpr int kMost = 200;  // messages of a run: far more than there are

class MigrateFaults : public ::testing::Test {
 protected:
  /// Under sanitizers: the program does not have the list of support/known_leaks.cpp, and libpqxx loses some
  /// memory with each connection that breaks.
  MigrateFaults() { ::setenv("LSAN_OPTIONS", "detect_leaks=0", 1); }

  /// Runs `schemactl migrate` with these arguments and a fault at a message.
  FaultyRun migrate_with(Names arguments, Fault fault, int at) {
    namespace fs = std::filesystem;
    arguments.insert(arguments.begin(),
                     {(fs::read_symlink("/proc/self/exe").parent_path() / "schemactl").string(), "migrate"});
    arguments.insert(arguments.end(), {"--url", url_through(folder.path(), database.name()), "--folder",
                                       folder.file("migrations")});
    return run_with_fault(arguments, folder.path(), fault, at);
  }

  void write(const std::vector<Migration>& all) {
    migrations = all;
    std::filesystem::create_directory(folder.file("migrations"));
    for (const Migration& one : all) folder.write(one);
    for (const Migration& one : all)
      std::filesystem::rename(folder.file(one.folder()), folder.file("migrations/" + one.folder()));
  }

  /// What must hold after all migrations were applied, however often they were broken off.
  void expect_all_applied_once(const std::string& when) {
    EXPECT_EQ(database.run_sql(
                  "SELECT (SELECT string_agg(step, ', ' ORDER BY step) FROM runs), "
                  "(SELECT count(*) FROM notes WHERE body = title), "
                  "(SELECT string_agg(indexrelid::regclass::text || indisvalid, ',') FROM pg_index "
                  " WHERE indrelid = 'notes'::regclass AND NOT indisprimary), "
                  "(SELECT count(*) FROM schemac.migrations WHERE state = 'applied' AND NOT step_open)"),
              "body 1, index 1, notes 1, notes 2|200|notes_title_idxtrue|3\n")
        << when;
  }

  bool is_sleeping() {
    return database.run_sql("SELECT count(*) FROM pg_stat_activity WHERE query ~ '^SELECT pg_sleep'") !=
           "0\n";
  }

  int count_invalid_indexes() {
    return std::stoi(database.run_sql("SELECT count(*) FROM pg_index WHERE NOT indisvalid"));
  }

  void expect_nothing_left(const std::string& when) {
    EXPECT_EQ(database.run_sql("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"),
              "0\n")
        << when;
  }

  /// Kills the program by this fault at each message of a run up, and at each of a run down.
  void kill_everywhere(Fault fault) {
    bool up_struck = true;
    bool down_struck = true;
    for (int at = 1; (up_struck || down_struck) && at < kMost; ++at) {
      const std::string when =
          "fault " + std::to_string(static_cast<int>(fault)) + " at " + std::to_string(at);
      up_struck = migrate_with({"up"}, fault, at).struck;
      migrate::up(database.url(), migrations);
      expect_all_applied_once(when);
      down_struck = migrate_with({"down", "--to", "0"}, fault, at).struck;
      migrate::down(database.url(), migrations, {.to = "0"});
      expect_nothing_left(when);
      if (HasFailure()) return;
    }
    EXPECT_FALSE(up_struck || down_struck);
  }

  TestDatabase database;
  MigrationFolder folder{{}};
  std::vector<Migration> migrations;
};

TEST_F(MigrateFaults, the_program_is_killed_around_every_message_of_up_and_down) {
  write(sample_migrations(0.01));
  for (const Fault fault : {Fault::client_before, Fault::client_after}) kill_everywhere(fault);
}

TEST_F(MigrateFaults, the_program_is_killed_inside_every_step_of_up_and_down) {
  write(sample_migrations(0.06));
  kill_everywhere(Fault::client_inside);
}

TEST_F(MigrateFaults, the_server_is_killed_at_every_message_of_up) {
  write(sample_migrations(0.06));
  bool was_partial = false;
  FaultyRun run{.struck = true, .status = 4};
  for (int at = 1; run.struck && at < kMost; ++at) {
    const int status_before = run.status;
    run = migrate_with({"up"}, Fault::server_after, at);
    if (run.struck) {
      EXPECT_EQ(status_before, 4) << at;  // the answer to the last message may be there before the fault
    }
    wait_for_server();
    was_partial = was_partial || count_invalid_indexes() > 0;
    migrate::up(database.url(), migrations);
    expect_all_applied_once("at " + std::to_string(at));
    migrate::down(database.url(), migrations, {.to = "0"});
    if (HasFailure()) return;
  }
  EXPECT_FALSE(run.struck);
  EXPECT_TRUE(was_partial);  // otherwise no fault hit the index while it was being built
}

TEST_F(MigrateFaults, the_server_is_killed_inside_every_step_of_down) {
  write(sample_migrations(0.06));
  FaultyRun run{.struck = true, .status = 4};
  for (int at = 1; run.struck && at < kMost; ++at) {
    migrate::up(database.url(), migrations);
    run = migrate_with({"down", "--to", "0"}, Fault::server_inside, at);
    wait_for_server();
    migrate::down(database.url(), migrations, {.to = "0"});
    expect_nothing_left("at " + std::to_string(at));
    if (HasFailure()) return;
  }
  EXPECT_FALSE(run.struck);
}

TEST_F(MigrateFaults, the_statement_of_a_killed_program_does_not_go_on_for_long) {
  write({migration("20260101000000", "long", "SELECT pg_sleep(600);\nCREATE TABLE t ();\n")});
  const FaultyRun counted = migrate_with({"plan"}, Fault::none, 0);
  FaultyRun run;
  for (int at = counted.messages; !is_sleeping(); ++at) {
    run = migrate_with({"up"}, Fault::client_after, at);
    ASSERT_TRUE(run.struck);
  }
  const auto start = std::chrono::steady_clock::now();
  migrations[0].up = "CREATE TABLE t ();\n";
  EXPECT_EQ(migrate::up(database.url(), migrations), Names{"20260101000000_long"});
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{30});
}

}  // namespace
}  // namespace schemac::testing
