// schemac as its user sees it: what it prints, what it writes, and with which status it exits.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "support/project.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::scratch::Finished;

constexpr const char* kSettings = R"({"namespace": "demo", "postgres": 15})";
constexpr const char* kShared = R"({"enums": {"mood": ["sad", "ok"]}})";
constexpr const char* kPeople = R"json({"domain": "people", "tables": {
  "people": {"columns": {"id": "uuid = gen_random_uuid()", "name": "text", "mood": "mood = 'ok'"}, "primary_key": ["id"]},
  "pets": {"columns": {"id": {"type": "bigint", "identity": "always"}, "owner_id": {"ref": "people"}},
           "primary_key": ["id"], "indexes": [["owner_id"]]}}}
)json";

class Schemac : public ::testing::Test, protected Project {
 protected:
  Schemac() {
    write("schema-defs/schemac.json", kSettings);
    write("schema-defs/shared.json", kShared);
    write("schema-defs/people.json", kPeople);
  }
};

TEST_F(Schemac, generate_writes_once_and_then_only_what_changes) {
  const Finished first = run({"generate"});
  ASSERT_EQ(first.status, 0) << first.errors;
  const auto before = tree("generated");
  EXPECT_TRUE(before.contains("generated/schema.sql"));
  EXPECT_TRUE(before.contains("generated/cpp/include/demo/people.hpp"));

  const Finished second = run({"generate"});
  EXPECT_EQ(second.errors.find(" 0 written, 0 removed") == std::string::npos, false) << second.errors;
  EXPECT_EQ(tree("generated"), before);
}

TEST_F(Schemac, outputs_do_not_depend_on_where_definitions_stand) {
  ASSERT_EQ(run({"generate"}).status, 0);
  fs::create_directories(folder / "elsewhere");
  fs::copy(folder / "schema-defs", folder / "elsewhere/defs");
  ASSERT_EQ(run({"generate", (folder / "elsewhere/defs").string(), "--out", "other"}).status, 0);
  for (const auto& [name, file] : tree("generated")) {
    EXPECT_EQ(read("other" + name.substr(std::string("generated").size())), file.first) << name;
  }
}

TEST_F(Schemac, generate_notices_whatever_changed_since_the_last_run) {
  ASSERT_EQ(run({"generate"}).status, 0);
  const std::string types = read("generated/cpp/src/enums.cpp");
  write("generated/cpp/src/enums.cpp", types + "// written by hand\n");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(read("generated/cpp/src/enums.cpp"), types);
  fs::remove(folder / "generated/schema.sql");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_TRUE(fs::exists(folder / "generated/schema.sql"));

  write("schema-defs/more.json", R"({"domain": "more", "enums": {"size": ["small", "large"]}})");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_NE(read("generated/schema.sql").find("public.size"), std::string::npos);
  fs::remove(folder / "schema-defs/more.json");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(read("generated/schema.sql").find("public.size"), std::string::npos);
}

TEST_F(Schemac, generate_notices_a_changed_side_file) {
  write("schema-defs/sql/names.sql", "SELECT id FROM public.people");
  write("schema-defs/more.json", R"({"domain": "more", "views": {"names": {"file": "sql/names.sql"}}})");
  const Finished first = run({"generate"});
  ASSERT_EQ(first.status, 0) << first.errors;
  write("schema-defs/sql/names.sql", "SELECT id AS number FROM public.people");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_NE(read("generated/schema.sql").find("number"), std::string::npos);
}

TEST_F(Schemac, generate_says_its_warnings_each_time) {
  write("schema-defs/more.json", R"({"domain": "more", "tables": {"a": {"columns": {"x": "integer"}}}})");
  for (int i = 0; i < 2; ++i) {
    const Finished finished = run({"generate"});
    EXPECT_EQ(finished.status, 0);
    EXPECT_NE(finished.errors.find("warning[SC"), std::string::npos) << finished.errors;
  }
}

TEST_F(Schemac, a_record_of_the_last_run_that_was_cut_off_says_nothing) {
  ASSERT_EQ(run({"generate"}).status, 0);
  const std::string record = read("generated/.schemac/last_run");
  const std::size_t last_output = record.rfind('\n', record.size() - std::string("end\n").size() - 2) + 1;
  write("generated/.schemac/last_run", record.substr(0, last_output));
  fs::remove(
      folder / "generated" /
      record.substr(record.find(' ', last_output) + 1, record.size() - record.find(' ', last_output) - 6));
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(run({"generate", "--check"}).status, 0);
}

TEST_F(Schemac, check_prints_the_difference_and_exits_2) {
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(run({"generate", "--check"}).status, 0);
  const auto before = tree("generated");
  write("schema-defs/shared.json", R"({"enums": {"mood": ["sad", "ok", "happy"]}})");
  const Finished finished = run({"generate", "--check"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_NE(finished.output.find("--- a/schema.sql"), std::string::npos) << finished.output;
  EXPECT_NE(finished.output.find("\n+CREATE TYPE public.mood AS ENUM ('sad', 'ok', 'happy');"),
            std::string::npos)
      << finished.output;
  EXPECT_EQ(tree("generated"), before);
}

TEST_F(Schemac, outputs_of_removed_tables_go_but_nothing_else) {
  ASSERT_EQ(run({"generate"}).status, 0);
  write("generated/cpp/include/demo/ours.hpp", "// written by hand\n");
  std::string definitions = kPeople;
  const auto pets = definitions.find(",\n  \"pets\"");
  write("schema-defs/people.json", definitions.substr(0, pets) + "}}\n");
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_FALSE(fs::exists(folder / "generated/cpp/include/demo/pets.hpp"));
  EXPECT_TRUE(fs::exists(folder / "generated/cpp/include/demo/ours.hpp"));
}

TEST_F(Schemac, errors_leave_outputs_as_they_are) {
  ASSERT_EQ(run({"generate"}).status, 0);
  const auto before = tree("generated");
  const std::string whole = kPeople;
  const std::vector<std::string> mistakes = {
      whole.substr(0, whole.size() / 2),
      "",
      "[]",
      std::string(100000, '['),
      "{\"domain\": \"people\", \"domain\": \"people\"}",
      "{\"domain\": \"\xff\"}",
      std::string("{\"domain\": \"pe\0ple\"}", 20),
      "{\"domain\": \"people\", \"tables\": {\"a\": {\"columns\": {\"x\": \"txt\"}}}}"};
  for (const std::string& mistake : mistakes) {
    write("schema-defs/people.json", mistake);
    const Finished finished = run({"generate"});
    EXPECT_EQ(finished.status, 1) << mistake.substr(0, 60);
    EXPECT_NE(finished.errors.find("error[SC"), std::string::npos) << mistake.substr(0, 60);
    EXPECT_EQ(tree("generated"), before);
  }
}

TEST_F(Schemac, json_findings_are_data_on_standard_output) {
  write("schema-defs/people.json",
        R"({"domain": "people", "tables": {"a": {"columns": {"x": "txt"}, "primary_key": ["x"]}}})");
  const Finished finished = run({"check", "--format", "json"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_NE(finished.output.find(R"("code": "SC1104")"), std::string::npos) << finished.output;
  EXPECT_NE(finished.output.find(R"("pointer": "/tables/a/columns/x")"), std::string::npos)
      << finished.output;
  EXPECT_EQ(finished.errors, "");
}

TEST_F(Schemac, templates_of_the_user_replace_built_in_ones) {
  write("mine/sql_schema/schema.sql.mustache", "-- ours\n{{statements}}");
  ASSERT_EQ(run({"generate", "--templates", "mine"}).status, 0);
  EXPECT_EQ(read("generated/schema.sql").substr(0, 8), "-- ours\n");
  write("mine/sql_schema/schema.sql.mustache", "-- ours\n{{statement}}");
  const Finished finished = run({"generate", "--templates", "mine"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_NE(finished.errors.find("sql_schema/schema.sql.mustache:2: unknown key `statement`"),
            std::string::npos)
      << finished.errors;
  write("mine/sql_schema/schema.sql.mustache", "{{statements}}");
  write("mine/sql_schema/shcema.sql.mustache", "");
  EXPECT_EQ(run({"generate", "--templates", "mine"}).status, 1);
}

TEST_F(Schemac, every_stage_can_be_dumped) {
  for (const char* stage : {"syntax", "model", "changes", "steps", "view:cpp_table", "view:sql_schema"}) {
    const Finished finished = run({"dump", std::string("--stage=") + stage});
    EXPECT_EQ(finished.status, 0) << stage << ": " << finished.errors;
    EXPECT_GT(finished.output.size(), 2U) << stage;
  }
  const Finished finished = run({"dump", "--stage=modle"});
  EXPECT_EQ(finished.status, 64);
  EXPECT_NE(finished.errors.find("did you mean `model`?"), std::string::npos) << finished.errors;
}

TEST_F(Schemac, fmt_settles_at_once_and_changes_no_output) {
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(run({"fmt", "--check"}).status, 2);
  ASSERT_EQ(run({"fmt"}).status, 0);
  EXPECT_EQ(run({"fmt", "--check"}).status, 0);
  EXPECT_EQ(run({"generate", "--check"}).status, 0);
}

TEST_F(Schemac, import_says_what_it_takes_and_overwrites_nothing) {
  EXPECT_EQ(run({"import", "--out", "new"}).status, 64);
  const Finished unknown = run({"import", "--from", "schema-defs", "--out", "new"});
  EXPECT_EQ(unknown.status, 64);
  EXPECT_NE(unknown.errors.find("--from takes an SQL file, a database"), std::string::npos) << unknown.errors;
  const std::string snapshot = SCHEMAC_SOURCE_DIR "/tests/cases/import/small.json";
  EXPECT_EQ(run({"import", "--from", snapshot}).status, 64) << "schema-defs holds definitions";
  EXPECT_EQ(run({"import", "--from", "none.json", "--out", "new"}).status, 1);
  EXPECT_FALSE(fs::exists(folder / "new"));
  ASSERT_EQ(run({"import", "--from", snapshot, "--out", "new"}).status, 0);
  EXPECT_EQ(run({"fmt", "--check", "new"}).status, 0);
  const Finished generated = run({"generate", "new", "--out", "of_new"});
  EXPECT_EQ(generated.status, 0) << generated.errors;
}

TEST_F(Schemac, build_files_name_every_definition) {
  ASSERT_EQ(run({"generate", "--depfile", "state/deps", "--stamp", "state/stamp"}).status, 0);
  EXPECT_EQ(read("state/deps").substr(0, 12), "state/stamp:");
  EXPECT_NE(read("state/deps").find("schema-defs/shared.json"), std::string::npos);
  EXPECT_TRUE(fs::exists(folder / "state/stamp"));
}

TEST_F(Schemac, explains_codes_in_any_case) {
  const Finished finished = run({"explain", "sc1104"});
  EXPECT_EQ(finished.status, 0);
  EXPECT_EQ(finished.output.substr(0, 23), "## SC1104 Unknown type\n");
  EXPECT_EQ(run({"explain", "SC9999"}).status, 64);
}

TEST_F(Schemac, wrong_usage_exits_64_and_help_exits_0) {
  for (const std::vector<std::string>& arguments :
       std::vector<std::vector<std::string>>{{},
                                             {"generat"},
                                             {"generate", "--nothing"},
                                             {"generate", "a", "b"},
                                             {"check", "--format", "xml"},
                                             {"explain", "--check"}}) {
    const Finished finished = run(arguments);
    EXPECT_EQ(finished.status, 64) << (arguments.empty() ? "" : arguments.front());
    EXPECT_EQ(finished.output, "");
    EXPECT_NE(finished.errors, "");
  }
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"--help"}, {"--version"}, {"generate", "--help"}, {"fmt", "-h"}}) {
    const Finished finished = run(arguments);
    EXPECT_EQ(finished.status, 0);
    EXPECT_EQ(finished.errors, "");
    EXPECT_NE(finished.output, "");
  }
}

TEST_F(Schemac, a_folderthat_cannot_be_written_is_named) {
  write("generated", "a file, not a folder");
  const Finished finished = run({"generate"});
  EXPECT_EQ(finished.status, 1);
  EXPECT_NE(finished.errors.find("generated"), std::string::npos) << finished.errors;
  EXPECT_EQ(run({"generate", "nowhere"}).status, 1);
}

}  // namespace
}  // namespace schemac::testing
