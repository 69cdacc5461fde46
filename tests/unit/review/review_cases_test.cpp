// Runs the cases of tests/cases/review: of each rule <code>.wrong.sql, which breaks it and no other, with
// what is printed of it in <code>.expected, and <code>.right.sql, the safe form, of which nothing is printed.
// SCHEMAC_UPDATE_CASES=1 rewrites the expected files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "review/review.hpp"
#include "support/diagnostic_format.hpp"

namespace schemac::compiler::review {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(SCHEMAC_SOURCE_DIR) / "tests/cases/review";

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

struct Reviewed {
  support::Sources sources;
  support::Diagnostics diagnostics;

  explicit Reviewed(std::string text, std::string name = "up.sql", TypeBefore types = {},
                    bool generated = false) {
    const auto file = sources.add(std::move(name), text);
    review({file, std::move(text), std::move(types), generated}, diagnostics);
    diagnostics.sort();
  }

  [[nodiscard]] std::string printed() const {
    return support::format_human(diagnostics.all(), sources, false);
  }
  [[nodiscard]] std::set<std::string> codes() const {
    std::set<std::string> found;
    for (const support::Diagnostic& finding : diagnostics.all()) found.insert(finding.code);
    return found;
  }
};

std::vector<std::string> all_codes() {
  std::set<std::string> codes = {"SC7001", "SC7002", "SC7003"};
  for (const Rule& rule : all_rules()) codes.emplace(rule.code);
  return {codes.begin(), codes.end()};
}

class ReviewCase : public testing::TestWithParam<std::string> {};

TEST_P(ReviewCase, prints_what_is_expected_of_what_is_wrong) {
  const std::string name = GetParam() + ".wrong.sql";
  ASSERT_TRUE(fs::exists(kCases / name));
  const Reviewed result(read(kCases / name), name);
  EXPECT_EQ(result.codes(), std::set<std::string>{GetParam()}) << result.printed();
  const fs::path expected = kCases / (GetParam() + ".expected");
  if (std::getenv("SCHEMAC_UPDATE_CASES") != nullptr)
    std::ofstream(expected, std::ios::binary) << result.printed();
  EXPECT_EQ(result.printed(), read(expected));
}

TEST_P(ReviewCase, finds_nothing_in_the_safe_form) {
  const std::string name = GetParam() + ".right.sql";
  ASSERT_TRUE(fs::exists(kCases / name));
  EXPECT_EQ(Reviewed(read(kCases / name), name).printed(), "");
}

INSTANTIATE_TEST_SUITE_P(Rules, ReviewCase, testing::ValuesIn(all_codes()),
                         [](const auto& info) { return info.param; });

const std::string kHead = "-- schemac script 1\nSET lock_timeout = '3s';\n";

TEST(Review, leaves_tables_alone_that_the_script_makes) {
  EXPECT_EQ(Reviewed(kHead + "CREATE TABLE public.notes (id bigint PRIMARY KEY);\n"
                             "CREATE INDEX notes_idx ON notes (id);\n"
                             "ALTER TABLE notes ADD COLUMN kind text NOT NULL;\nDROP TABLE notes;\n")
                .printed(),
            "");
}

TEST(Review, believes_a_table_to_be_its_own_only_until_the_rename_is_committed) {
  const std::string aside = "BEGIN;\nALTER TABLE public.a RENAME TO b;\nCREATE TABLE public.a (id bigint);\n";
  EXPECT_EQ(Reviewed(kHead + aside + "DROP TABLE public.b;\nCOMMIT;\n").printed(), "");
  EXPECT_EQ(Reviewed(kHead + aside + "COMMIT;\nDROP TABLE public.b;\n").codes(),
            std::set<std::string>{"SC7040"});
}

TEST(Review, takes_a_script_without_steps_for_one_transaction) {
  const std::string index =
      "SET lock_timeout = '3s';\nCREATE INDEX CONCURRENTLY i ON public.bills (title);\n";
  EXPECT_EQ(Reviewed(index).codes(), std::set<std::string>{"SC7055"});
  EXPECT_EQ(Reviewed("-- no transaction\n" + index).printed(), "");
}

TEST(Review, lets_a_remark_above_begin_hold_until_the_commit) {
  const std::string step =
      "-- hazard SC5002: not read any more\nBEGIN;\nALTER TABLE public.bills DROP COLUMN a;\n"
      "ALTER TABLE public.bills DROP COLUMN b;\nCOMMIT;\n";
  EXPECT_EQ(Reviewed(kHead + step).printed(), "");
  EXPECT_EQ(Reviewed(kHead + step + "ALTER TABLE public.bills DROP COLUMN c;\n").codes(),
            std::set<std::string>{"SC7015"});
}

TEST(Review, knows_from_the_type_before_whether_a_table_is_rewritten) {
  const std::string wider = kHead + "ALTER TABLE public.bills ALTER COLUMN title TYPE varchar(80);\n";
  const auto type = [](std::string before) {
    return [before](const std::string& table, const std::string& column) {
      return table == "public.bills" && column == "title" ? before : std::string();
    };
  };
  EXPECT_EQ(Reviewed(wider, "up.sql", type("character varying(50)")).printed(), "");
  EXPECT_EQ(Reviewed(wider, "up.sql", type("character varying(90)")).codes(),
            std::set<std::string>{"SC7014"});
  EXPECT_EQ(Reviewed(wider).codes(), std::set<std::string>{"SC7014"});
}

TEST(Review, does_not_repeat_what_check_says_of_definitions) {
  const std::string made = kHead + "CREATE TABLE public.notes (title varchar(50));\n";
  EXPECT_EQ(Reviewed(made, "up.sql", {}, true).printed(), "");
  EXPECT_EQ(Reviewed(made).codes(), std::set<std::string>{"SC7061"});
}

TEST(Review, reads_long_lists_and_refuses_what_nests_too_deep) {
  std::string rows = kHead + "INSERT INTO public.notes VALUES (0)";
  for (int i = 1; i < 20000; ++i) rows += ", (" + std::to_string(i) + ")";
  EXPECT_EQ(Reviewed(rows + ";\n").printed(), "");
  const std::string deep = "SELECT " + std::string(20000, '(') + "1" + std::string(20000, ')') + ";\n";
  EXPECT_EQ(Reviewed(kHead + deep).codes(), std::set<std::string>{"SC7001"});
}

TEST(Review, points_at_the_place_in_a_script_of_many_bytes_a_letter) {
  const Reviewed result(
      "SET lock_timeout = '3s';\n-- größte Tabelle\nALTER TABLE public.bills DROP COLUMN titel_ä;\n");
  ASSERT_EQ(result.diagnostics.all().size(), 1u);
  const auto place = result.sources.locate(result.diagnostics.all().front().span.file,
                                           result.diagnostics.all().front().span.begin);
  EXPECT_EQ(place.line, 3u);
  EXPECT_EQ(place.column, 38u);
}

}  // namespace
}  // namespace schemac::compiler::review
