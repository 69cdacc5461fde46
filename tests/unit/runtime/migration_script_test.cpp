// Scripts of migrations: cut at their headers and nowhere else, and refused where that is not certain.
#include "schemac/migration_script.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

std::string refusal_of(const std::string& text) {
  try {
    read_script(text, "up.sql");
  } catch (const MigrationError& error) {
    return error.what();
  }
  return "taken";
}

TEST(MigrationScript, is_cut_into_its_settings_and_steps) {
  const Script script = read_script(R"(-- schemac script 1
SET check_function_bodies = off;
SET lock_timeout = '3s';

-- step 1 of 2: add the table bill_links
-- lock: ACCESS EXCLUSIVE on public.bills
-- lock: SHARE ROW EXCLUSIVE on public.users
-- hazard SC5004: rewrites the table
-- precondition: SELECT true
BEGIN;
CREATE TABLE public.bill_links (id bigint);

COMMENT ON TABLE public.bill_links IS 'Links.';
COMMIT;

-- step 2 of 2: build index bills_title_idx beside the running program
-- Why: the list of bills is ordered by it.
-- no transaction
-- probe: SELECT CASE WHEN true THEN 'absent' END
-- repair: DROP INDEX CONCURRENTLY IF EXISTS public.bills_title_idx
CREATE INDEX CONCURRENTLY bills_title_idx
    ON public.bills (title);
)",
                                    "up.sql");
  EXPECT_EQ(script.settings, "SET check_function_bodies = off;\nSET lock_timeout = '3s';");
  ASSERT_EQ(script.steps.size(), 2U);
  const ScriptStep& first = script.steps[0];
  EXPECT_EQ(first.what, "add the table bill_links");
  EXPECT_EQ(first.locks, (std::vector<std::string>{"ACCESS EXCLUSIVE on public.bills",
                                                   "SHARE ROW EXCLUSIVE on public.users"}));
  EXPECT_EQ(first.hazards, (std::vector<std::string>{"SC5004: rewrites the table"}));
  EXPECT_EQ(first.precondition, "SELECT true");
  EXPECT_TRUE(first.transactional);
  EXPECT_EQ(first.sql,
            "CREATE TABLE public.bill_links (id bigint);\n\nCOMMENT ON TABLE public.bill_links IS 'Links.';");
  EXPECT_EQ(first.line, 11);
  const ScriptStep& second = script.steps[1];
  EXPECT_FALSE(second.transactional);
  EXPECT_EQ(second.probe, "SELECT CASE WHEN true THEN 'absent' END");
  EXPECT_EQ(second.repair, "DROP INDEX CONCURRENTLY IF EXISTS public.bills_title_idx");
  EXPECT_EQ(second.sql, "CREATE INDEX CONCURRENTLY bills_title_idx\n    ON public.bills (title);");
  EXPECT_EQ(second.line, 21);
}

TEST(MigrationScript, of_the_documentation_is_read_as_it_says) {
  std::ostringstream document;
  document << std::ifstream{SCHEMAC_SOURCE_DIR "/docs/migrations.md"}.rdbuf();
  const std::string text = document.str();
  const std::size_t begin = text.find("-- schemac script 1\n");
  const Script script = read_script(text.substr(begin, text.find("```", begin) - begin), "up.sql");
  ASSERT_EQ(script.steps.size(), 2U);
  EXPECT_TRUE(script.steps[0].transactional);
  EXPECT_FALSE(script.steps[1].transactional);
  EXPECT_NE(script.steps[1].repair, "");
}

TEST(MigrationScript, without_headers_is_one_step) {
  const Script plain =
      read_script("-- Fill it in.\n\nUPDATE bills SET a = 1;\nUPDATE bills SET b = 2;\n", "up.sql");
  ASSERT_EQ(plain.steps.size(), 1U);
  EXPECT_TRUE(plain.steps[0].transactional);
  EXPECT_EQ(plain.steps[0].sql, "UPDATE bills SET a = 1;\nUPDATE bills SET b = 2;");
  EXPECT_EQ(plain.steps[0].line, 3);

  const Script wrapped = read_script("BEGIN;\nUPDATE bills SET a = 1;\nCOMMIT;\n", "up.sql");
  EXPECT_EQ(wrapped.steps[0].sql, "UPDATE bills SET a = 1;");

  const Script marked =
      read_script("-- no transaction\n-- probe: SELECT 'absent'\nVACUUM bills;\n", "up.sql");
  EXPECT_FALSE(marked.steps[0].transactional);
  EXPECT_EQ(marked.steps[0].sql, "VACUUM bills;");
}

TEST(MigrationScript, of_a_squash_names_what_it_replaces) {
  const Script script = read_script(
      "-- schemac script 1\n-- replaces: 20260101000000_a 20260102000000_b_c\n-- replaces: 20260103000000\n"
      "-- step 1 of 1: all\n-- replaces: nothing\nBEGIN;\nCOMMIT;\n",
      "up.sql");
  EXPECT_EQ(script.replaces,
            (std::vector<std::string>{"20260101000000", "20260102000000", "20260103000000"}));
}

TEST(MigrationScript, may_do_nothing_on_purpose) {
  EXPECT_EQ(read_script("-- Nothing to undo.\nBEGIN;\nCOMMIT;\n", "down.sql").steps[0].sql, "");
  EXPECT_EQ(
      refusal_of("-- To be written.\n"),
      "up.sql:1: there is no statement here; a step that does nothing is BEGIN; and COMMIT;, a line each");
}

TEST(MigrationScript, of_lines_that_end_as_on_windows_is_the_same) {
  const Script script =
      read_script("-- schemac script 1\r\n-- step 1 of 1: a\r\nBEGIN;\r\nSELECT 1;\r\nCOMMIT;\r\n", "up.sql");
  EXPECT_EQ(script.steps[0].what, "a");
  EXPECT_EQ(script.steps[0].sql, "SELECT 1;");
}

constexpr const char* kImitation = R"(-- step 1 of 2: a function
BEGIN;
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$
-- step 2 of 2: of the recipe
BEGIN;
COMMIT;
SELECT 'x' $$;
COMMIT;
-- step 2 of 2: a table
BEGIN;
CREATE TABLE t ();
COMMIT;
)";

TEST(MigrationScript, whose_body_imitates_a_header_is_refused_or_has_another_word) {
  EXPECT_EQ(refusal_of(std::string{"-- schemac script 1\n"} + kImitation),
            "up.sql:2: this should be `-- step 1 of 3: …`; if it belongs to a statement, give the headers "
            "another word (`-- schemac script 1 word WORD`)");
  std::string other = kImitation;
  for (const std::string header : {"-- step 1 of 2: a f", "-- step 2 of 2: a t"})
    other.replace(other.find(header), 7, "-- part");
  const Script script = read_script("-- schemac script 1 word part\n" + other, "up.sql");
  ASSERT_EQ(script.steps.size(), 2U);
  EXPECT_NE(script.steps[0].sql.find("of the recipe"), std::string::npos);
  EXPECT_EQ(script.steps[1].sql, "CREATE TABLE t ();");
}

TEST(MigrationScript, that_is_not_of_the_format_is_refused_with_its_line) {
  const std::string first = "-- schemac script 1\n";
  const std::vector<std::pair<std::string, std::string>> kCases{
      {"-- schemac script 2\n", "up.sql:1: this is format 2 of scripts"},
      {"-- schemac script 1 step\n", "up.sql:1: the first line is"},
      {first, "up.sql:1: the script has no step"},
      {first + "-- step 1 of 2: a\nBEGIN;\nCOMMIT;\n", "up.sql:2: this should be `-- step 1 of 1: …`"},
      {first + "-- step 2 of 1: a\nBEGIN;\nCOMMIT;\n", "up.sql:2: this should be `-- step 1 of 1: …`"},
      {first + "-- step one\nBEGIN;\nCOMMIT;\n", "up.sql:2: this should be `-- step 1 of 1: …`"},
      {first + "-- step 1 of 1: a\nSELECT 1;\n", "up.sql:2: a step begins with the line BEGIN;"},
      {first + "-- step 1 of 1: a\nBEGIN;\nSELECT 1;\n", "up.sql:2: a step begins with the line BEGIN;"},
      {first + "-- step 1 of 1: a\n-- no transaction\nVACUUM;\n", "up.sql:2: `-- no transaction` needs a"},
      {first + "-- step 1 of 1: a\n-- probe: x\n-- probe: y\nBEGIN;\nCOMMIT;\n",
       "up.sql:4: `-- probe: …` stands twice"},
      {"", "up.sql:1: there is no statement here"},
  };
  for (const auto& [text, refusal] : kCases)
    EXPECT_EQ(refusal_of(text).rfind(refusal, 0), 0U) << refusal_of(text);
}

}  // namespace
}  // namespace schemac::migrate
