// The rows for development: they load, in the order that examples/seeds.txt gives, and keep all rules.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = SCHEMAC_SOURCE_DIR;

std::string first_line(const fs::path& path) {
  std::ifstream file{path};
  std::string line;
  std::getline(file, line);
  return line;
}

/// psql's \copy for each table of examples/seeds.txt.
std::string copy_all(std::set<std::string>& tables) {
  std::string script;
  std::ifstream order{kRoot / "examples/seeds.txt"};
  for (std::string table; std::getline(order, table);) {
    const fs::path file = kRoot / "schema-defs/seeds" / (table + ".csv");
    script += "\\copy public." + table + " (" + first_line(file) + ") FROM '" + file.string() +
              "' WITH (FORMAT csv, HEADER match)\n";
    tables.insert(table);
  }
  return script;
}

/// Loads the schema and the rows; returns the tables that have some.
std::set<std::string> load(TestDatabase& database) {
  database.run_sql_file((kRoot / "generated/schema.sql").string());
  std::set<std::string> tables;
  const fs::path script = fs::path(server().folder()) / "seeds.sql";
  std::ofstream(script) << copy_all(tables);
  database.run_sql_file(script.string());
  return tables;
}

TEST(Seeds, load_in_their_order) {
  TestDatabase database;
  const std::set<std::string> tables = load(database);
  for (const std::string& table : tables)
    EXPECT_NE(database.run_sql("SELECT count(*) FROM " + table), "0\n") << table;
  for (const fs::directory_entry& file : fs::directory_iterator(kRoot / "schema-defs/seeds"))
    EXPECT_TRUE(tables.contains(file.path().stem().string())) << file.path() << " is not in the order";
}

// A timeline that ends elsewhere than its bill would look wrong at first sight.
TEST(Seeds, timelines_end_where_their_bills_are) {
  TestDatabase database;
  load(database);
  EXPECT_EQ(
      database.run_sql(
          "SELECT b.bill_number FROM bills b WHERE b.status IS DISTINCT FROM (SELECT to_status "
          "FROM bill_status_changes c WHERE c.bill_id = b.id ORDER BY occurred_on DESC, id DESC LIMIT 1)"),
      "");
  EXPECT_EQ(
      database.run_sql("SELECT b.bill_number FROM bills b WHERE text_digest <> sha256(full_text::bytea)"),
      "");
}

}  // namespace
}  // namespace schemac::testing
