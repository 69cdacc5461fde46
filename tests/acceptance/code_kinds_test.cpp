// Functions, triggers and views of definitions, on a server: each is created, and does what it says.
#include <gtest/gtest.h>

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "scratch/process.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kDefinitions = fs::path(SCHEMAC_SOURCE_DIR) / "tests/cases/code_kinds";

/// The definitions of tests/cases/code_kinds, generated and loaded into a database of their own.
class CodeKinds : public ::testing::Test {
 protected:
  void SetUp() override {
    out_ = fs::path(server().folder()) / "code_kinds";
    const auto done = compiler::scratch::run(
        {std::getenv("SCHEMAC"), "generate", kDefinitions.string(), "--out", out_.string(), "--depfile",
         (out_ / "deps").string(), "--stamp", (out_ / "stamp").string()},
        server().folder());
    ASSERT_EQ(done.status, 0) << done.errors;
    database_.run_sql_file((out_ / "schema.sql").string());
  }

  std::string read(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path out_;
  TestDatabase database_;
};

TEST_F(CodeKinds, triggers_fire) {
  database_.run_sql("INSERT INTO items (name, level) VALUES ('Big Box', 'high'), ('Lid', 'low')");
  EXPECT_EQ(database_.run_sql("SELECT slug, changed_at IS NULL FROM items ORDER BY id"),
            "big-box|t\nlid|t\n");
  database_.run_sql("UPDATE items SET name = 'Small Box' WHERE id = 1");
  EXPECT_EQ(database_.run_sql("SELECT slug, changed_at IS NULL FROM items ORDER BY id"),
            "small-box|f\nlid|t\n");
  EXPECT_EQ(database_.run_sql("SELECT what FROM item_log"), "renamed Big Box\n");
  database_.run_sql("TRUNCATE items CASCADE");
  EXPECT_EQ(database_.run_sql("SELECT what FROM item_log ORDER BY id DESC LIMIT 1"), "emptied\n");
}

TEST_F(CodeKinds, functions_keep_their_attributes) {
  EXPECT_EQ(database_.run_sql("SELECT proname, prokind, provolatile, proisstrict, prosecdef, proparallel, "
                              "procost, prorows, proconfig FROM pg_proc "
                              "WHERE pronamespace = 'public'::regnamespace ORDER BY proname"),
            "best|f|s|f|f|u|100|10|\n"
            "log_change|f|v|f|t|u|100|0|{\"search_path=pg_catalog, public\"}\n"
            "make_slug|f|i|t|f|s|5|0|\n"
            "set_slug|f|v|f|f|u|100|0|\n"
            "tidy|p|v|f|t|u|100|0|{\"search_path=\\\"\\\"\"}\n");
  database_.run_sql("INSERT INTO items (name, level) VALUES ('a', 'low'), ('b', 'high')");
  EXPECT_EQ(database_.run_sql("SELECT name FROM best(1)"), "b\n");
  EXPECT_EQ(database_.run_sql("CALL tidy('low', NULL)"), "1\n");
  EXPECT_EQ(database_.run_sql("SELECT obj_description('set_slug()'::regprocedure)"), "Names an item.\n");
}

TEST_F(CodeKinds, views_show_and_materialized_ones_refresh) {
  database_.run_sql("INSERT INTO items (name, level) VALUES ('Big Box', 'high'), ('Lid', 'low')");
  EXPECT_EQ(database_.run_sql("SELECT slug FROM slugs"), "lid\nbig-box\n");
  EXPECT_EQ(database_.run_sql("SELECT name FROM dear_items"), "Big Box\n");
  EXPECT_EQ(database_.run_sql("SELECT count(*) FROM level_counts"), "0\n");
  database_.run_sql("REFRESH MATERIALIZED VIEW CONCURRENTLY level_counts");
  EXPECT_EQ(database_.run_sql("SELECT level, items FROM level_counts ORDER BY level"), "low|1\nhigh|1\n");
  EXPECT_NE(read(out_ / "manifest.json").find("\"refresh_seconds\": 900"), std::string::npos);
}

TEST_F(CodeKinds, side_files_are_inputs_of_the_build) {
  const std::string inputs = read(out_ / "deps");
  EXPECT_NE(inputs.find("code_kinds/sql/set_slug.sql"), std::string::npos) << inputs;
}

}  // namespace
}  // namespace schemac::testing
