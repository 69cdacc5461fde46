// `schemactl migrate` as its user sees it: what it prints, and with which status it exits.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

#include "scratch/process.hpp"
#include "support/migrations.hpp"
#include "support/people.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using compiler::scratch::Finished;

class SchemactlMigrate : public ::testing::Test {
 protected:
  /// `schemactl migrate …` on the test's database and folder.
  std::vector<std::string> command(std::vector<std::string> arguments) {
    namespace fs = std::filesystem;
    arguments.insert(arguments.begin(),
                     {(fs::read_symlink("/proc/self/exe").parent_path() / "schemactl").string(), "migrate"});
    arguments.insert(arguments.end(), {"--url", url, "--folder", folder.path()});
    return arguments;
  }

  Finished migrate(const std::vector<std::string>& arguments) {
    return compiler::scratch::run(command(arguments), "/");
  }

  /// What it writes to standard error when that is a terminal.
  std::string errors_on_terminal(const std::vector<std::string>& arguments) {
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    ::grantpt(terminal);
    ::unlockpt(terminal);
    const int program_side = ::open(::ptsname(terminal), O_RDWR | O_NOCTTY | O_CLOEXEC);
    const pid_t program = compiler::scratch::start(command(arguments), "/", {.errors = program_side});
    ::close(program_side);
    std::string text;
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; (size = ::read(terminal, buffer.data(), buffer.size())) > 0;)
      text.append(buffer.data(), static_cast<std::size_t>(size));
    ::close(terminal);
    ::waitpid(program, nullptr, 0);
    return text;
  }

  TestDatabase database;
  std::string url = database.url();
  std::vector<migrate::Migration> migrations = sample_migrations();
  MigrationFolder folder{migrations};
};

TEST_F(SchemactlMigrate, goes_up_and_down) {
  Finished finished = migrate({"up", "--to", "20260102000000_index"});
  EXPECT_EQ(finished.output, "applied 20260101000000_notes\napplied 20260102000000_index\n");
  EXPECT_EQ(finished.errors, "");  // progress is for terminals
  EXPECT_EQ(finished.status, 0);
  EXPECT_EQ(migrate({"up"}).output, "applied 20260103000000_body\n");
  EXPECT_EQ(migrate({"up"}).output, "nothing to apply\n");
  EXPECT_EQ(migrate({"down"}).output, "reverted 20260103000000_body\n");
  EXPECT_EQ(migrate({"down", "--to=0"}).output,
            "reverted 20260102000000_index\nreverted 20260101000000_notes\n");
  EXPECT_EQ(migrate({"down"}).output, "nothing to revert\n");
}

TEST_F(SchemactlMigrate, shows_steps_and_their_times_on_a_terminal) {
  const std::string shown = errors_on_terminal({"up", "--to", "20260101000000"});
  EXPECT_TRUE(std::regex_search(shown, std::regex{"20260101000000_notes/up.sql  1/2  add the table notes …"
                                                  "\r20260101000000_notes/up.sql  1/2  add the table notes  "
                                                  "[0-9]+\\.[0-9][0-9] s\r\n"
                                                  "20260101000000_notes/up.sql  2/2  fill it …"}))
      << shown;
}

TEST_F(SchemactlMigrate, plan_prints_steps_locks_and_hazards) {
  const Finished plan = migrate({"plan", "--to", "20260102000000"});
  EXPECT_EQ(plan.output,
            "20260101000000_notes/up.sql\n"
            "  1/2  add the table notes\n"
            "  2/2  fill it\n"
            "20260102000000_index/up.sql\n"
            "  1/2  a function for the index\n"
            "  2/2  build index notes_title_idx beside the running program (not in a transaction)\n"
            "       lock: SHARE UPDATE EXCLUSIVE on public.notes\n");
  migrate({"up"});
  EXPECT_EQ(migrate({"plan"}).output, "nothing to do\n");
  EXPECT_EQ(migrate({"plan", "--down"}).output, "20260103000000_body/down.sql\n  1/1  (no description)\n");
}

TEST_F(SchemactlMigrate, status_shows_where_each_migration_stands) {
  migrate({"up", "--to", "20260101000000"});
  migrate({"baseline", "20260102000000"});
  const Finished human = migrate({"status"});
  EXPECT_EQ(human.output.rfind("20260101000000_notes  applied    2", 0), 0U) << human.output;
  EXPECT_TRUE(contains(human.output, "\n20260102000000_index  applied    by baseline, 2")) << human.output;
  EXPECT_TRUE(contains(human.output, "\n20260103000000_body   pending\n")) << human.output;
  const Finished json = migrate({"status", "--format=json"});
  EXPECT_EQ(
      json.output.rfind(R"({"migrations":[{"version":"20260101000000","name":"notes","state":"applied",)", 0),
      0U)
      << json.output;
  EXPECT_TRUE(contains(json.output, R"("findings":[]})")) << json.output;
}

TEST_F(SchemactlMigrate, verify_exits_2_where_files_and_ledger_differ) {
  EXPECT_EQ(migrate({"verify"}).status, 0);
  migrate({"up"});
  EXPECT_EQ(migrate({"verify"}).status, 0);
  migrations[0].up += "\n";
  folder.write(migrations[0]);
  const Finished verify = migrate({"verify"});
  EXPECT_EQ(verify.status, 2);
  EXPECT_EQ(verify.output.rfind("changed: 20260101000000_notes: up.sql changed since it was run", 0), 0U)
      << verify.output;
  const Finished up = migrate({"up"});
  EXPECT_EQ(up.status, 4);
  EXPECT_TRUE(contains(up.errors, "schemactl: 20260101000000_notes: up.sql changed")) << up.errors;
}

TEST_F(SchemactlMigrate, the_command_before_can_call_it_off_and_sees_the_database) {
  const std::string note = folder.file("note");
  const Finished refused = migrate({"up", "--before", "false"});
  EXPECT_EQ(refused.status, 4);
  EXPECT_TRUE(contains(refused.errors, "--before failed (exit status 1): nothing was changed"))
      << refused.errors;
  EXPECT_EQ(database.run_sql("SELECT to_regclass('notes') IS NULL"), "t\n");
  EXPECT_EQ(migrate({"up", "--before", "test \"$DATABASE_URL\" = '" + database.url() + "' && touch " + note})
                .status,
            0);
  EXPECT_TRUE(std::filesystem::remove(note));
  EXPECT_EQ(migrate({"up", "--before", "touch " + note}).output, "nothing to apply\n");
  EXPECT_FALSE(std::filesystem::exists(note));  // there was nothing to come before
}

TEST_F(SchemactlMigrate, resolve_records_what_was_done_by_hand) {
  database.run_sql_file(folder.file("20260101000000_notes/up.sql"));
  EXPECT_EQ(migrate({"resolve", "--applied", "20260101000000"}).output,
            "recorded 20260101000000 as applied\n");
  const Finished refused = migrate({"resolve", "--applied", "20260102000000"});
  EXPECT_EQ(refused.status, 4);
  EXPECT_TRUE(contains(refused.errors, "is 'absent', not 'done'")) << refused.errors;
  EXPECT_EQ(migrate({"up"}).output, "applied 20260102000000_index\napplied 20260103000000_body\n");
}

/// A folder as drizzle-kit keeps it: two entries, of which the second has no snapshot and was merged late.
void write_drizzle(const MigrationFolder& folder) {
  std::filesystem::create_directories(folder.file("drizzle/meta"));
  const auto write = [&](const std::string& name, const std::string& text) {
    std::ofstream{folder.file("drizzle/" + name)} << text;
  };
  write("meta/_journal.json",
        R"({"version": "7", "entries": [{"idx": 1, "when": 2000, "tag": "0001_odd_hulk"},)"
        R"({"idx": 0, "when": 1000, "tag": "0000_shy_thor"}]})");
  write("meta/0000_snapshot.json", R"({"id": "a", "prevId": "00000000-0000-0000-0000-000000000000"})");
  write("0000_shy_thor.sql", "CREATE TABLE t ();");
  write("0001_odd_hulk.sql", "CREATE TABLE u ();");
}

TEST_F(SchemactlMigrate, baseline_names_what_a_folder_of_drizzle_lacks) {
  write_drizzle(folder);
  database.run_sql(
      "CREATE SCHEMA drizzle; CREATE TABLE drizzle.__drizzle_migrations (id serial, hash text, created_at "
      "bigint);"
      "INSERT INTO drizzle.__drizzle_migrations (created_at) VALUES (1000), (3000)");
  const std::string drizzle = folder.file("drizzle");
  Finished finished = migrate({"baseline", "--drizzle", drizzle});
  EXPECT_EQ(finished.output,
            "drizzle: the journal lists 0001_odd_hulk, but there is no 0001_snapshot.json\n"
            "drizzle: the journal lists 0001_odd_hulk, but this database has not run it\n"
            "drizzle: this database has run a migration (created_at 3000) that the journal does not list\n")
      << finished.errors;
  EXPECT_EQ(finished.status, 2);
  std::ofstream{folder.file("drizzle/meta/0001_snapshot.json")} << R"({"id": "b", "prevId": "c"})";
  EXPECT_TRUE(contains(migrate({"baseline", "--drizzle", drizzle}).output,
                       "drizzle: 0001_snapshot.json continues the snapshot c, which is not here\n"));
  std::ofstream{folder.file("drizzle/meta/0001_snapshot.json")} << R"({"id": "b", "prevId": "a"})";
  database.run_sql("UPDATE drizzle.__drizzle_migrations SET created_at = 2000 WHERE created_at = 3000");
  EXPECT_EQ(migrate({"baseline", "--drizzle", drizzle}).status, 0);

  // The folder of the tests' migrations is no place for drizzle's.
  std::filesystem::rename(drizzle, folder.path() + "-drizzle");
  finished = migrate({"baseline", "--drizzle", folder.path() + "-drizzle", "20260101000000"});
  std::filesystem::remove_all(folder.path() + "-drizzle");
  EXPECT_EQ(finished.output, "recorded 20260101000000_notes\n") << finished.errors;
}

TEST_F(SchemactlMigrate, baseline_names_what_the_platforms_drizzle_folder_lacks) {
  const char* cases = std::getenv("SCHEMAC_CASES");
  if (cases == nullptr) GTEST_SKIP() << "SCHEMAC_CASES is not set";
  const Finished finished = migrate({"baseline", "--drizzle", std::string{cases} + "/drizzle-chanuka"});
  EXPECT_EQ(
      finished.output,
      "drizzle: the journal lists 20260225133920_brief_killraven, but there is no "
      "20260225133920_brief_killraven.sql\n"
      "drizzle: the journal lists 20260225133920_brief_killraven, but there is no "
      "20260225133920_snapshot.json\n"
      "drizzle: 20260225131220_snapshot.json is the state after a migration that the journal does not list\n"
      "drizzle: the database has no drizzle.__drizzle_migrations: drizzle-kit has run nothing here\n")
      << finished.errors;
}

TEST_F(SchemactlMigrate, exits_4_without_a_database_and_hides_the_password) {
  url = server().connection_string("absent") + " password=hunter2";
  const Finished finished = migrate({"up"});
  EXPECT_EQ(finished.status, 4);
  EXPECT_EQ((finished.output + finished.errors).find("hunter2"), std::string::npos);
}

TEST_F(SchemactlMigrate, wrong_usage_exits_64) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"sideways"},
                                             {"up", "20260101000000"},
                                             {"up", "--applied"},
                                             {"up", "--wait", "soon"},
                                             {"status", "--format", "xml"},
                                             {"baseline"},
                                             {"resolve", "20260101000000"},
                                             {"resolve", "--applied", "--rolled-back", "20260101000000"}})
    EXPECT_EQ(migrate(arguments).status, 64) << (arguments.empty() ? "" : arguments.back());
}

}  // namespace
}  // namespace schemac::testing
