// `schemac import` of a real Drizzle snapshot: the compiler refuses what PostgreSQL refuses, and what is left
// is the same database and C++ that compiles. The snapshot is read from SCHEMAC_CASES; skipped without it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <sstream>

#include "acceptance/import/snapshot_statements.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "scratch/process.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::scratch::Finished;

constexpr const char* kSnapshot = "drizzle-chanuka/20260225131859_snapshot.json";

/// What the server said to each statement.
struct Truth {
  std::set<Subject> refused;
  std::size_t consequences = 0;  ///< failed because a table is missing whose statement was refused
  std::size_t long_names = 0;
};

Truth ask_server(const std::vector<Statement>& statements, TestDatabase& database) {
  Connection connection(database.url());
  Truth truth;
  std::set<std::string> missing;
  for (const Statement& statement : statements) {
    truth.long_names += statement.long_name ? 1 : 0;
    try {
      connection.execute_script(statement.sql);
    } catch (const Error& error) {
      const bool caused = std::any_of(statement.needs.begin(), statement.needs.end(),
                                      [&](const std::string& table) { return missing.count(table) > 0; });
      truth.consequences += caused ? 1 : 0;
      if (!caused) truth.refused.insert(statement.subject);
      if (statement.subject.kind == "table") missing.insert(statement.subject.name);
    }
  }
  return truth;
}

/// The schema's statements in no order: columns and constraints stand where their tables' definitions had
/// them.
std::vector<std::string> sorted_dump(TestDatabase& database) {
  std::vector<std::string> lines;
  std::istringstream dump(database.dump());
  for (std::string line; std::getline(dump, line);) {
    if (line.ends_with(',')) line.pop_back();
    if (!line.starts_with('\\')) lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

class Import : public ::testing::Test {
 protected:
  void SetUp() override {
    const char* cases = std::getenv("SCHEMAC_CASES");
    if (cases == nullptr || !fs::exists(fs::path(cases) / kSnapshot)) GTEST_SKIP() << "no SCHEMAC_CASES";
    path_ = fs::path(cases) / kSnapshot;
    std::ifstream(path_) >> snapshot_;
    folder_ = fs::temp_directory_path() / ("schemac-import-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override {
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  Finished run(std::vector<std::string> arguments) const {
    const char* program = std::getenv("SCHEMAC");
    arguments.insert(arguments.begin(), program != nullptr ? program : "schemac");
    return compiler::scratch::run(arguments, folder_.string());
  }

  /// What `import --drop-refused` names as left out.
  std::set<Subject> refused_by_compiler() const {
    const Finished finished =
        run({"import", "--drop-refused", "--format=json", "--from", path_.string(), "--out", "refused"});
    EXPECT_EQ(finished.status, 0) << finished.errors;
    static const std::regex kLeftOut("^the (.+) `(.+)` of `(.+)` is left out: .*");
    std::set<Subject> found;
    for (const auto& finding : nlohmann::json::parse(finished.output)) {
      std::smatch match;
      const std::string message = finding["message"];
      if (finding["code"] == "SC1704" && std::regex_match(message, match, kLeftOut))
        found.insert({match[1], match[3], match[2]});
    }
    return found;
  }

  /// Imports the snapshot without `refused` into "kept", and generates from it.
  void import_and_generate(const std::set<Subject>& refused) const {
    std::ofstream(folder_ / "kept_snapshot.json") << without(snapshot_, refused).dump(1);
    Finished finished = run({"import", "--from", "kept_snapshot.json", "--out", "kept"});
    ASSERT_EQ(finished.status, 0) << finished.errors;
    finished = run({"fmt", "--check", "kept"});
    EXPECT_EQ(finished.status, 0) << finished.output;
    finished = run({"generate", "kept", "--out", "generated"});
    ASSERT_EQ(finished.status, 0) << finished.errors;
  }

  fs::path path_;
  fs::path folder_;
  Snapshot snapshot_;
};

std::string listed(const std::set<Subject>& subjects) {
  std::string text;
  for (const Subject& each : subjects) text += "  " + each.kind + " " + each.table + "." + each.name + "\n";
  return text;
}

std::set<Subject> difference(const std::set<Subject>& a, const std::set<Subject>& b) {
  std::set<Subject> only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::inserter(only, only.end()));
  return only;
}

TEST_F(Import, compiler_and_server_refuse_the_same) {
  const auto statements = statements_of(snapshot_);
  TestDatabase database;
  const Truth truth = ask_server(statements, database);
  const auto accused = refused_by_compiler();
  const auto missed = difference(truth.refused, accused);
  const auto falsely = difference(accused, truth.refused);
  std::cout << statements.size() << " statements, " << truth.refused.size() << " refused by the server ("
            << truth.consequences
            << " more fail for lack of a refused table): " << truth.refused.size() - missed.size()
            << " found, " << missed.size() << " missed, " << falsely.size() << " falsely accused; "
            << truth.long_names << " names cut\n";
  EXPECT_TRUE(falsely.empty()) << listed(falsely);
  EXPECT_TRUE(missed.empty()) << listed(missed);
  EXPECT_EQ(run({"check", "refused"}).status, 0) << "something else was refused, too";
}

TEST_F(Import, what_remains_is_the_same_database) {
  TestDatabase wanted;
  const Truth truth = ask_server(statements_of(snapshot_), wanted);
  import_and_generate(truth.refused);
  TestDatabase made;
  made.run_sql_file((folder_ / "generated/schema.sql").string());
  const auto want = sorted_dump(wanted), have = sorted_dump(made);
  std::vector<std::string> lost, added;
  std::set_difference(want.begin(), want.end(), have.begin(), have.end(), std::back_inserter(lost));
  std::set_difference(have.begin(), have.end(), want.begin(), want.end(), std::back_inserter(added));
  EXPECT_EQ(lost, std::vector<std::string>{});
  EXPECT_EQ(added, std::vector<std::string>{});
}

TEST_F(Import, what_remains_compiles_as_cpp) {
  TestDatabase database;
  import_and_generate(ask_server(statements_of(snapshot_), database).refused);
  std::size_t units = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "generated/cpp/src")) {
    const Finished finished =
        compiler::scratch::run({SCHEMAC_CXX, "-std=c++20", "-fsyntax-only", "-Igenerated/cpp/include",
                                "-I" SCHEMAC_SOURCE_DIR "/runtime/include", entry.path().string()},
                               folder_.string());
    EXPECT_EQ(finished.status, 0) << entry.path() << "\n" << finished.errors.substr(0, 2000);
    ++units;
  }
  EXPECT_GT(units, 10U);
  std::size_t tables = 0;
  for (const auto& table : snapshot_["tables"]) {
    tables +=
        fs::exists(folder_ / "generated/cpp/include/kept" / (table["name"].get<std::string>() + ".hpp"));
  }
  EXPECT_EQ(tables, snapshot_["tables"].size());
}

}  // namespace
}  // namespace schemac::testing
