// Expressions: what passes, how it is printed, what is refused and where the caret goes.
#include "sql/expression.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "sql/lexical.hpp"

namespace schemac::compiler::sql {
namespace {

struct Refused {
  std::string text;
  std::string message;  ///< a part of it
  std::size_t begin;
  std::size_t end;
};

std::string canonical(const std::string& text) {
  auto parsed = parse_expression(text);
  if (auto* error = std::get_if<SqlError>(&parsed)) return "error: " + error->message;
  return std::get<Expression>(parsed).canonical;
}

TEST(Expression, refuses_all_but_one_expression) {
  const std::vector<Refused> cases{{"", "found nothing", 0, 0},
                                   {"  ", "found nothing", 0, 2},
                                   {"1, 2", "not a list", 1, 2},
                                   {"1) FROM x", "never opened", 1, 2},
                                   {"1) FROM x (", "never opened", 1, 2},
                                   {"(1", "never closed", 0, 1},
                                   {"ARRAY[1)", "closes another", 7, 8},
                                   {"1; DROP TABLE x", "no statements", 1, 2},
                                   {"1 -- comment", "comment", 2, 12},
                                   {"1 /* c */ + 2", "comment", 2, 13},
                                   {"a AS b", "\"AS\"", 2, 4},
                                   {"a b", "\"b\"", 2, 3},
                                   {"1 FROM x", "\"FROM\"", 2, 6},
                                   {"1 WHERE true", "\"WHERE\"", 2, 7},
                                   {"*", "\"*\"", 0, 1},
                                   {"a +", "ends where more", 3, 3},
                                   {"'abc", "quote is never closed", 0, 1},
                                   {"\"abc", "quote is never closed", 0, 1},
                                   {"$x$abc", "dollar quote is never closed", 0, 1},
                                   {std::string("a\0b", 3), "NUL", 1, 2},
                                   {std::string("'a\0b'", 5), "NUL", 0, 5},
                                   {"$1 + 1", "a parameter", 0, 2},
                                   {"DEFAULT", "DEFAULT", 0, 7},
                                   {"(SELECT 1)", "a sub-query", 0, 1},
                                   {"SELECT 1", "a sub-query", 0, 6},
                                   {"a IN (SELECT b FROM c)", "a sub-query", 2, 4},
                                   {"row_number() OVER ()", "a window function", 0, 10},
                                   {"é + 'ü' FROM x", "\"FROM\"", 10, 14},
                                   {"a <> <> b", "\"<>\"", 5, 6}};
  for (const Refused& refused : cases) {
    auto parsed = parse_expression(refused.text);
    const auto* error = std::get_if<SqlError>(&parsed);
    ASSERT_NE(error, nullptr) << refused.text;
    EXPECT_NE(error->message.find(refused.message), std::string::npos)
        << refused.text << ": " << error->message;
    EXPECT_EQ(error->begin, refused.begin) << refused.text << ": " << error->message;
    EXPECT_EQ(error->end, refused.end) << refused.text << ": " << error->message;
  }
}

TEST(Expression, canonical_text_is_a_fixed_point) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"unique_viewers<=view_count", "unique_viewers <= view_count"},
      {"(a+b)*c", "(a + b) * c"},
      {"cast(x as int)", "x::int"},
      {"NOT ((a))", "NOT a"},
      {"'a--b;,('", "'a--b;,('"},
      {"x IN ('a','b')", "x IN ('a', 'b')"},
      {"$$it's$$", "'it''s'"},
      {"CURRENT_TIMESTAMP", "current_timestamp"},
      {"a ~ '^\\d$'", "a ~ E'^\\\\d$'"},
      {"E'it\\'s'", "'it''s'"},
      {"1--1", "error: a comment cannot stand here"},
      {"(1, 2) = (a, b)", "(1, 2) = (a, b)"}};
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(canonical(text), expected);
    if (expected.substr(0, 6) != "error:") {
      EXPECT_EQ(canonical(expected), expected);
    }
  }
}

TEST(Expression, keeps_the_source_where_the_deparser_would_change_its_meaning) {
  EXPECT_EQ(canonical("(a or b) is true"), "(a or b) is true");
  EXPECT_EQ(canonical("a or b is true"), "a OR b IS TRUE");
  EXPECT_EQ(canonical("(ARRAY[1,2])[1]"), "(ARRAY[1,2])[1]");
}

TEST(Expression, mentions_columns_and_functions_with_their_places) {
  auto parsed = parse_expression("lower(\"é\".b) = 'x' AND pg_catalog.length(c) > 1 AND CURRENT_DATE > d");
  const auto& expression = std::get<Expression>(parsed);
  ASSERT_EQ(expression.columns.size(), 3U);
  EXPECT_EQ(expression.columns[0].name, "b");
  EXPECT_EQ(expression.columns[0].begin, 6U);
  EXPECT_EQ(expression.columns[0].end, 12U);
  EXPECT_EQ(expression.columns[1].name, "c");
  ASSERT_EQ(expression.functions.size(), 3U);
  EXPECT_EQ(expression.functions[0].name, "lower");
  EXPECT_EQ(expression.functions[1].name, "length");
  EXPECT_EQ(expression.functions[1].begin, 24U);
  EXPECT_EQ(expression.functions[1].end, 41U);
  EXPECT_EQ(expression.functions[2].name, "current_date");
}

TEST(Expression, allows_a_subquery_where_told_so) {
  EXPECT_TRUE(std::holds_alternative<Expression>(parse_expression("a IN (SELECT b FROM c)", true)));
}

TEST(Expression, deep_or_long_text_is_an_error_not_a_crash) {
  for (const std::string piece : {"(", "1+", "not ", "- ", "f(", "(select ", "case when a then "}) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += piece;
    EXPECT_TRUE(std::holds_alternative<SqlError>(parse_expression(text, true))) << piece;
  }
  std::string sum = "1";
  for (int i = 0; i < 400; ++i) sum += "+(1";
  sum += std::string(400, ')');
  EXPECT_TRUE(std::holds_alternative<SqlError>(parse_expression(sum)) || !canonical(sum).empty());
  std::string list = "x IN ('v'";
  for (int i = 0; i < 900; ++i) list += ", 'v'";
  EXPECT_EQ(canonical(list + ")"), list + ")");
}

/// A text that takes the short way must be what the parser makes of it; behind a space it takes the long one.
void expect_same_both_ways(const std::string& text) {
  auto quick = trivial_expression(text);
  if (!quick) return;
  auto parsed = parse_expression(" " + text);
  auto* slow = std::get_if<Expression>(&parsed);
  ASSERT_NE(slow, nullptr) << text;
  EXPECT_EQ(slow->canonical, quick->canonical) << text;
  EXPECT_EQ(slow->is_string_literal, quick->is_string_literal) << text;
  EXPECT_EQ(slow->literal, quick->literal) << text;
  ASSERT_EQ(slow->columns.size(), quick->columns.size()) << text;
  for (std::size_t i = 0; i < slow->columns.size(); ++i)
    EXPECT_EQ(slow->columns[i].name, quick->columns[i].name);
  ASSERT_EQ(slow->functions.size(), quick->functions.size()) << text;
  for (std::size_t i = 0; i < slow->functions.size(); ++i) {
    EXPECT_EQ(slow->functions[i].name, quick->functions[i].name);
    EXPECT_EQ(slow->functions[i].end, quick->functions[i].end + 1);
  }
}

TEST(Expression, short_cuts_give_what_the_parser_gives) {
  for (const std::string text : {"0",
                                 "7",
                                 "42",
                                 "999999999",
                                 "-1",
                                 "-999999999",
                                 "true",
                                 "false",
                                 "NULL",
                                 "now()",
                                 "gen_random_uuid()",
                                 "''",
                                 "'a'",
                                 "'{}'",
                                 "'é ü'",
                                 "'first reading'",
                                 "'a;b--c'",
                                 "'%'",
                                 "' '",
                                 "title",
                                 "a_b_1",
                                 "_x"}) {
    EXPECT_TRUE(trivial_expression(text).has_value()) << text;
    expect_same_both_ways(text);
  }
  for (const std::string text :
       {"007", "-0", "1.5", "1e3", "'it''s'", "'a\\b'", "TRUE", "null", "Title", "user", "-", "'"}) {
    EXPECT_FALSE(trivial_expression(text).has_value()) << text;
  }
}

TEST(Expression, short_cuts_know_every_key_word) {
  std::ifstream words(std::string(SCHEMAC_SOURCE_DIR) + "/tests/cases/sql/keywords.txt");
  std::string word;
  int count = 0;
  for (; words >> word; ++count) expect_same_both_ways(word);
  EXPECT_GT(count, 400);
}

TEST(IndexElement, takes_columns_expressions_orders_and_operator_classes) {
  auto parse = [](std::string_view text) {
    auto parsed = parse_index_element(text);
    if (auto* error = std::get_if<SqlError>(&parsed)) return "error: " + error->message;
    const auto& key = std::get<IndexElement>(parsed);
    std::string expression = key.expression.canonical.empty() ? "" : "(" + key.expression.canonical + ")";
    return key.column + expression + "|" + key.collation + "|" + key.opclass + "|" +
           (key.descending ? "desc" : "") + "|" + key.nulls;
  };
  EXPECT_EQ(parse("title"), "title||||");
  EXPECT_EQ(parse(" title desc "), "title|||desc|");
  EXPECT_EQ(parse("title DESC NULLS LAST"), "title|||desc|last");
  EXPECT_EQ(parse("title DESC NULLS FIRST"), "title|||desc|");
  EXPECT_EQ(parse("title NULLS FIRST"), "title||||first");
  EXPECT_EQ(parse("title gin_trgm_ops"), "title||gin_trgm_ops||");
  EXPECT_EQ(parse("lower(name) text_pattern_ops"), "(lower(name))||text_pattern_ops||");
  EXPECT_EQ(parse("lower(name) COLLATE \"C\" desc"), "(lower(name))|C||desc|");
  EXPECT_EQ(parse("(a||b) COLLATE pg_catalog.\"C\""), "(a || b)|pg_catalog.C|||");
  EXPECT_EQ(parse("((a or b) is true) desc"), "((a or b) is true)|||desc|");
  EXPECT_EQ(parse("\"user\""), "user||||");
  EXPECT_EQ(parse("a, b"), "error: one expression is expected, not a list");
  EXPECT_EQ(parse("a) WHERE (b"), "error: this bracket was never opened");
  EXPECT_EQ(parse("a || b").substr(0, 6), "error:");
  EXPECT_EQ(parse("").substr(0, 6), "error:");
}

TEST(IndexElement, places_are_bytes_of_its_text) {
  auto parsed = parse_index_element(" lower(titel) desc ");
  const auto& key = std::get<IndexElement>(parsed);
  EXPECT_EQ(key.begin, 1U);
  EXPECT_EQ(key.end, 18U);
  ASSERT_EQ(key.expression.columns.size(), 1U);
  EXPECT_EQ(key.expression.columns[0].begin, 7U);
  EXPECT_EQ(key.expression.columns[0].end, 12U);
}

}  // namespace
}  // namespace schemac::compiler::sql
