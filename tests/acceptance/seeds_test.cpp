// Seeds on a server: they load in their order, keep all rules, and change nothing when they run again.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

const fs::path kGenerated = fs::path(SCHEMAC_SOURCE_DIR) / "generated";

/// Which version of which row stands where: differs whenever any row was written.
std::string row_versions(TestDatabase& database) {
  return database.run_sql(
      "SELECT table_name, md5(query_to_xml(format('SELECT ctid, xmin FROM %I.%I ORDER BY ctid', "
      "table_schema, "
      "table_name), true, false, '')::text) FROM information_schema.tables WHERE table_schema = 'public' AND "
      "table_type = 'BASE TABLE' ORDER BY 1");
}

void load(TestDatabase& database, const fs::path& generated) {
  database.run_sql_file((generated / "schema.sql").string());
  database.run_sql_file((generated / "seeds/dev.sql").string());
}

TEST(Seeds, are_there_in_every_table_that_has_a_file) {
  TestDatabase database;
  load(database, kGenerated);
  for (const fs::directory_entry& file :
       fs::directory_iterator(fs::path(SCHEMAC_SOURCE_DIR) / "schema-defs/seeds")) {
    const std::string table = file.path().stem().string();
    EXPECT_NE(database.run_sql("SELECT count(*) FROM " + table), "0\n") << table;
  }
}

TEST(Seeds, change_nothing_when_they_run_again) {
  TestDatabase database;
  load(database, kGenerated);
  const std::string first = row_versions(database);
  database.run_sql_file((kGenerated / "seeds/dev.sql").string());
  EXPECT_EQ(row_versions(database), first);
}

// A timeline that ends elsewhere than its bill would look wrong at first sight.
TEST(Seeds, timelines_end_where_their_bills_are) {
  TestDatabase database;
  load(database, kGenerated);
  EXPECT_EQ(
      database.run_sql(
          "SELECT b.bill_number FROM bills b WHERE b.status IS DISTINCT FROM (SELECT to_status "
          "FROM bill_status_changes c WHERE c.bill_id = b.id ORDER BY occurred_on DESC, id DESC LIMIT 1)"),
      "");
  EXPECT_EQ(
      database.run_sql("SELECT b.bill_number FROM bills b WHERE text_digest <> sha256(full_text::bytea)"),
      "");
}

/// A project of one domain and its rows, generated.
class SmallSeeds : public ::testing::Test {
 protected:
  SmallSeeds() : folder_(fs::path(server().folder()) / "small_seeds") {
    fs::create_directories(folder_ / "seeds");
    write("schemac.json", R"({"namespace": "small"})");
    write("shared.json", R"({"extensions": ["citext"]})");
    write("zoo.json", R"({"domain": "zoo", "tables": {
      "animals": {"timestamps": true, "versioned": true, "primary_key": ["id"],
        "columns": {"id": "integer", "name": "citext", "facts": "json", "born": "date?", "order": "text = 'none'"},
        "seeds": {"key": ["id"], "file": "seeds/animals.csv", "env": ["dev", "test"]}},
      "feeders": {"primary_key": ["animal_id", "keeper_id"],
        "columns": {"animal_id": {"ref": "animals"}, "keeper_id": {"ref": "keepers"}},
        "seeds": {"key": ["animal_id", "keeper_id"], "file": "seeds/feeders.csv", "env": ["dev"]}},
      "keepers": {"primary_key": ["id"], "columns": {"id": "integer", "boss_id": {"ref": "keepers?", "keep": "few"},
        "favourite_id": {"ref": "animals?", "keep": "few"}},
        "seeds": {"key": ["id"], "file": "seeds/keepers.csv", "env": ["dev"]}}}})");
    write("seeds/keepers.csv", "id,boss_id,favourite_id\n1,2,1\n2,,2\n");
    write("seeds/feeders.csv", "animal_id,keeper_id\n1,1\n2,2\n");
    write("seeds/animals.csv",
          "id,name,facts,born,order\n1,Leo,\"{\"\"legs\"\": 4}\",2020-01-02,it's\n2,Mo,{},,\"\"\n");
  }

  void write(const std::string& path, const std::string& text) { std::ofstream(folder_ / path) << text; }

  fs::path generate() {
    const fs::path out = folder_ / "generated";
    const std::string command = std::string(std::getenv("SCHEMAC")) + " generate " + folder_.string() +
                                " --out " + out.string() + " 2>/dev/null";
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return out;
  }

  fs::path folder_;
};

TEST_F(SmallSeeds, stand_in_the_file_of_their_environment) {
  const fs::path out = generate();
  EXPECT_TRUE(fs::exists(out / "seeds/dev.sql"));
  std::ifstream in(out / "seeds/test.sql");
  const std::string test{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(test.find("INSERT INTO public.animals"), std::string::npos);
  EXPECT_EQ(test.find("INSERT INTO public.keepers"), std::string::npos);
}

TEST_F(SmallSeeds, are_inputs_of_a_build) {
  const std::string command = std::string(std::getenv("SCHEMAC")) + " generate " + folder_.string() +
                              " --out " + (folder_ / "out").string() + " --stamp " +
                              (folder_ / "stamp").string() + " --depfile " + (folder_ / "depfile").string() +
                              " 2>/dev/null";
  ASSERT_EQ(std::system(command.c_str()), 0) << command;
  std::ifstream in(folder_ / "depfile");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_NE(text.find("seeds/animals.csv"), std::string::npos) << text;
}

TEST_F(SmallSeeds, update_what_differs_and_nothing_else) {
  TestDatabase database;
  load(database, generate());
  const std::string animals = "SELECT id, name, facts, born, \"order\", version FROM animals ORDER BY id";
  EXPECT_EQ(database.run_sql(animals), "1|Leo|{\"legs\": 4}|2020-01-02|it's|1\n2|Mo|{}|||1\n");
  const std::string first = row_versions(database);
  database.run_sql_file((generate() / "seeds/dev.sql").string());
  EXPECT_EQ(row_versions(database), first);

  write("seeds/animals.csv",
        "id,name,facts,born,order\n1,LEO,\"{\"\"legs\"\": 4}\",2020-01-02,it's\n2,Mo,{},,\"\"\n");
  database.run_sql_file((generate() / "seeds/dev.sql").string());
  EXPECT_EQ(database.run_sql(animals), "1|LEO|{\"legs\": 4}|2020-01-02|it's|2\n2|Mo|{}|||1\n");
  EXPECT_EQ(database.run_sql("SELECT id FROM animals WHERE updated_at > created_at"), "1\n");
}

}  // namespace
}  // namespace schemac::testing
