// The scratch server: starts, runs SQL, says why when it cannot, and leaves nothing behind however its
// program ends.
#include "scratch/server.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>

#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::scratch::ScratchError;
using compiler::scratch::ScratchServer;

/// A zombie is dead: in a container nobody may wait for it.
bool alive(pid_t pid) {
  std::ifstream file{"/proc/" + std::to_string(pid) + "/stat"};
  std::string stat;
  std::getline(file, stat);
  std::size_t name_end = stat.rfind(") ");
  return name_end != std::string::npos && stat[name_end + 2] != 'Z';
}

/// What a call throws, as text; empty if it throws nothing.
std::string message_of(const std::function<void()>& call) {
  try {
    call();
  } catch (const ScratchError& error) {
    return error.what();
  }
  return {};
}

/// Sets an environment variable for one scope.
class Variable {
 public:
  Variable(const char* name, const std::string& value) : name_{name} { ::setenv(name, value.c_str(), 1); }
  ~Variable() { ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
};

TEST(Scratch, runs_sql_in_a_fresh_utf8_database) {
  TestDatabase database;
  EXPECT_EQ(database.run_sql("SELECT 1 + 1, 'ü'"), "2|ü\n");
  EXPECT_EQ(database.run_sql("SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database "
                             "WHERE datname = current_database()"),
            "UTF8|C.UTF-8\n");
  EXPECT_EQ(database.run_sql("SHOW listen_addresses"), "\n");
}

TEST(Scratch, databases_do_not_see_each_other) {
  TestDatabase first;
  TestDatabase second;
  first.run_sql("CREATE TABLE t (id integer)");
  EXPECT_EQ(second.run_sql("SELECT to_regclass('t') IS NULL"), "t\n");
}

TEST(Scratch, runs_a_file_up_to_its_first_error) {
  TestDatabase database;
  std::string path = server().folder() + "/case.sql";
  std::ofstream{path} << "CREATE TABLE a (id integer);\nSELECT nothing;\nCREATE TABLE b (id integer);\n";
  std::string message = message_of([&] { database.run_sql_file(path); });
  EXPECT_NE(message.find("case.sql:2: ERROR"), std::string::npos) << message;
  EXPECT_EQ(database.run_sql("SELECT to_regclass('a') IS NULL, to_regclass('b') IS NULL"), "f|t\n");
}

TEST(Scratch, dumps_a_schema_without_versions) {
  TestDatabase database;
  database.run_sql("CREATE TABLE t (id integer PRIMARY KEY)");
  std::string dump = database.dump();
  EXPECT_NE(dump.find("CREATE TABLE public.t"), std::string::npos) << dump;
  EXPECT_EQ(dump.find("Dumped"), std::string::npos);
  EXPECT_EQ(dump.find("restrict"), std::string::npos);
}

TEST(Scratch, refuses_a_database_name_that_would_need_quoting) {
  EXPECT_NE(message_of([] { server().create_database("a\"; DROP TABLE x"); }).find("not a plain"),
            std::string::npos);
}

TEST(Scratch, says_what_the_log_says_when_the_server_does_not_start) {
  std::string base = server().folder() + "/tmp";
  fs::create_directory(base);
  Variable variable{"TMPDIR", base};
  std::string message = message_of([] { ScratchServer broken{{{"max_connections", "many"}}}; });
  EXPECT_NE(message.find("max_connections"), std::string::npos) << message;
  EXPECT_TRUE(fs::is_empty(base));
}

TEST(Scratch, names_the_variable_that_points_nowhere) {
  Variable variable{"SCHEMAC_PG_BINDIR", "/nowhere"};
  std::string message = message_of([] { ScratchServer broken; });
  EXPECT_NE(message.find("SCHEMAC_PG_BINDIR is /nowhere"), std::string::npos) << message;
}

TEST(Scratch, leaves_neither_server_nor_folder_behind) {
  std::string folder;
  pid_t pid = 0;
  {
    ScratchServer short_lived;
    folder = short_lived.folder();
    pid = short_lived.pid();
    EXPECT_TRUE(alive(pid));
  }
  EXPECT_FALSE(alive(pid));
  EXPECT_FALSE(fs::exists(folder));
}

/// The test runs its own program again, for one test that starts a server, writes where it is, and is then
/// killed.
TEST(Scratch, DISABLED_waits_to_be_killed) {
  ScratchServer doomed;
  std::ofstream{std::getenv("SCHEMAC_DOOMED") + std::string{".part"}} << doomed.folder() << ' '
                                                                      << doomed.pid();
  fs::rename(std::getenv("SCHEMAC_DOOMED") + std::string{".part"}, std::getenv("SCHEMAC_DOOMED"));
  std::this_thread::sleep_for(std::chrono::minutes{1});
}

pid_t start_doomed_program(const std::string& report) {
  Variable variable{"SCHEMAC_DOOMED", report};
  std::string self = fs::read_symlink("/proc/self/exe");
  pid_t pid = ::fork();
  if (pid == 0) {
    ::execl(self.c_str(), self.c_str(), "--gtest_also_run_disabled_tests",
            "--gtest_filter=Scratch.DISABLED_waits_to_be_killed", "--gtest_brief=1", nullptr);
    ::_exit(127);
  }
  return pid;
}

bool eventually(const std::function<bool()>& condition) {
  for (int i = 0; i < 300 && !condition(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{50});
  return condition();
}

void kill_a_program_and_look(int signal) {
  std::string report = server().folder() + "/doomed_" + std::to_string(signal);
  pid_t program = start_doomed_program(report);
  ASSERT_TRUE(eventually([&] { return fs::exists(report); }));
  std::string folder;
  pid_t postgres = 0;
  std::ifstream{report} >> folder >> postgres;
  ASSERT_TRUE(alive(postgres));
  ::kill(program, signal);
  ::waitpid(program, nullptr, 0);
  EXPECT_TRUE(eventually([&] { return !alive(postgres) && !fs::exists(folder); })) << folder;
}

TEST(Scratch, a_killed_program_leaves_no_server_behind) {
  kill_a_program_and_look(SIGKILL);
}
TEST(Scratch, an_interrupted_program_leaves_no_server_behind) {
  kill_a_program_and_look(SIGINT);
}

}  // namespace
}  // namespace schemac::testing
