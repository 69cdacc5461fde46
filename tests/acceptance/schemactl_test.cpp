// schemactl as its user sees it: what it prints, and with which status it exits.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "scratch/process.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using compiler::scratch::Finished;

/// Runs the schemactl that was built beside this test.
Finished schemactl(std::vector<std::string> arguments) {
  namespace fs = std::filesystem;
  arguments.insert(arguments.begin(), fs::read_symlink("/proc/self/exe").parent_path() / "schemactl");
  return compiler::scratch::run(arguments, "/");
}

TEST(Schemactl, health_describes_a_primary) {
  TestDatabase database;
  Finished human = schemactl({"health", "--url", database.url()});
  EXPECT_EQ(human.status, 0) << human.errors;
  EXPECT_NE(human.output.find("PostgreSQL 1"), std::string::npos) << human.output;
  EXPECT_NE(human.output.find("primary"), std::string::npos) << human.output;
  Finished json = schemactl({"health", "--url", database.url(), "--format", "json"});
  EXPECT_EQ(json.output.rfind(R"({"healthy":true,"server_version":")", 0), 0U) << json.output;
  EXPECT_NE(json.output.find(R"("standby":false,"latency_ms":)"), std::string::npos) << json.output;
}

TEST(Schemactl, health_takes_the_url_from_the_environment) {
  TestDatabase database;
  ::setenv("DATABASE_URL", database.url().c_str(), 1);
  Finished finished = schemactl({"health"});
  ::unsetenv("DATABASE_URL");
  EXPECT_EQ(finished.status, 0) << finished.output;
}

TEST(Schemactl, health_exits_4_when_the_database_refuses_and_hides_the_password) {
  Finished finished = schemactl(
      {"health", "--format=json", "--url", server().connection_string("absent") + " password=hunter2"});
  EXPECT_EQ(finished.status, 4);
  EXPECT_EQ(finished.output.rfind(R"({"healthy":false,"error":)", 0), 0U) << finished.output;
  EXPECT_NE(finished.output.find(R"("sqlstate":"3D000")"), std::string::npos) << finished.output;
  EXPECT_EQ((finished.output + finished.errors).find("hunter2"), std::string::npos);
}

TEST(Schemactl, wrong_usage_exits_64) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"health"},
                                             {"heal"},
                                             {"--nothing"},
                                             {"health", "--url"},
                                             {"health", "more", "--url", "x"},
                                             {"health", "--url", "host=/x", "--format", "xml"}})
    EXPECT_EQ(schemactl(arguments).status, 64);
}

TEST(Schemactl, prints_help_and_version) {
  Finished help = schemactl({"--help"});
  EXPECT_EQ(help.status, 0);
  EXPECT_NE(help.output.find("health"), std::string::npos) << help.output;
  EXPECT_EQ(help.output.find("--command"), std::string::npos) << help.output;
  EXPECT_EQ(schemactl({"--version"}).output.rfind("schemactl ", 0), 0U);
}

}  // namespace
}  // namespace schemac::testing
