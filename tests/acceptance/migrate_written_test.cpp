// From end to end: what `schemac migrate new` writes, `schemactl migrate` applies, and the database is then
// what `schemac generate` says of the same definitions.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "schemac/migrate.hpp"
#include "scratch/process.hpp"
#include "support/migrations.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using compiler::scratch::Finished;

class MigrateWritten : public ::testing::Test {
 protected:
  MigrateWritten() {
    std::filesystem::create_directory(folder.file("defs"));
    write("defs/schemac.json", R"({"namespace": "diary", "postgres": 15})");
  }

  void write(const std::string& file, const std::string& text) { std::ofstream{folder.file(file)} << text; }

  /// Writes the definitions of one table, and the migration that leads there.
  void evolve(const std::string& name, const std::string& table) {
    write("defs/diary.json", R"({"domain": "diary", "tables": {"notes": )" + table + "}}");
    run({std::getenv("SCHEMAC"), "migrate", "new", name, folder.file("defs"), "--migrations",
         folder.file("migrations")});
  }

  std::string schemactl(std::vector<std::string> arguments) {
    const auto programs = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    arguments.insert(arguments.begin(), {(programs / "schemactl").string(), "migrate"});
    arguments.insert(arguments.end(), {"--url", database.url(), "--folder", folder.file("migrations")});
    return run(arguments);
  }

  std::string run(const std::vector<std::string>& command) {
    const Finished finished = compiler::scratch::run(command, folder.path());
    EXPECT_EQ(finished.status, 0) << finished.errors;
    return finished.output;
  }

  /// The schema that `schemac generate` writes for the definitions as they are, beside an empty ledger.
  std::string generated_schema() {
    run({std::getenv("SCHEMAC"), "generate", folder.file("defs"), "--out", folder.file("generated")});
    TestDatabase fresh;
    fresh.run_sql_file(folder.file("generated/schema.sql"));
    migrate::up(fresh.url(), {});
    return fresh.dump();
  }

  TestDatabase database;
  MigrationFolder folder{{}};
};

constexpr const char* kFirst = R"({"columns": {"id": "bigint", "title": "text"}, "primary_key": ["id"]})";
constexpr const char* kSecond = R"({"columns": {"id": "bigint", "title": "text", "mood": "text = 'calm'"},
                                    "primary_key": ["id"], "indexes": [["title"]]})";

TEST_F(MigrateWritten, leads_to_the_generated_schema_and_back) {
  evolve("first", kFirst);
  const std::string first = generated_schema();
  evolve("second", kSecond);
  const std::string second = generated_schema();
  schemactl({"up"});
  EXPECT_EQ(database.dump(), second);
  schemactl({"down"});
  EXPECT_EQ(database.dump(), first);
  schemactl({"up"});
  EXPECT_EQ(database.dump(), second);
}

}  // namespace
}  // namespace schemac::testing
