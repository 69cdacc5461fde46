// Names in the forms that SQL and C++ want them.
#include "support/naming.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace schemac::compiler::support {
namespace {

TEST(Naming, knows_snake_case) {
  for (const std::string_view good : {"a", "bill", "bill_status", "sha256", "a_1"})
    EXPECT_TRUE(is_snake_case(good));
  for (const std::string_view bad : {"", "_a", "a_", "a__b", "1a", "Bill", "bill-status", "é", "a b"}) {
    EXPECT_FALSE(is_snake_case(bad)) << bad;
  }
}

TEST(Naming, makes_pascal_case) {
  EXPECT_EQ(pascal_case("bill_status"), "BillStatus");
  EXPECT_EQ(pascal_case("oauth2_tokens"), "Oauth2Tokens");
  EXPECT_EQ(pascal_case(""), "");
}

constexpr std::pair<std::string_view, std::string_view> kNumbers[] = {
    {"bills", "bill"},
    {"user_profiles", "user_profile"},
    {"categories", "category"},
    {"bill_analyses", "bill_analysis"},
    {"analysis", "analysis"},
    {"status", "status"},
    {"statuses", "status"},
    {"news", "news"},
    {"series", "series"},
    {"people", "person"},
    {"addresses", "address"},
    {"classes", "class"},
    {"boxes", "box"},
    {"batches", "batch"},
    {"dishes", "dish"},
    {"caches", "cache"},
    {"responses", "response"},
    {"databases", "database"},
    {"courses", "course"},
    {"houses", "house"},
    {"purchases", "purchase"},
    {"phases", "phase"},
    {"cases", "case"},
    {"votes", "vote"},
    {"types", "type"},
    {"vertices", "vertex"},
    {"services", "service"},
    {"children", "child"},
    {"media", "media"},
    {"data", "data"},
    {"bus", "bus"},
    {"address", "address"},
    {"keys", "key"},
    {"surveys", "survey"},
    {"movies", "movie"},
    {"ties", "tie"},
    {"heroes", "hero"},
    {"shoes", "shoe"},
    {"indexes", "index"},
    {"taxes", "tax"},
    {"axes", "axis"},
    {"quizzes", "quiz"},
    {"committees", "committee"},
    {"counties", "county"},
    {"policies", "policy"},
    {"processes", "process"},
    {"politics", "politics"},
    {"bill_sponsorships", "bill_sponsorship"},
    {"bonuses", "bonus"},
    {"licenses", "license"},
    {"expenses", "expense"},
    {"searches", "search"},
    {"archives", "archive"},
    {"moves", "move"},
    {"branches", "branch"},
    {"s", "s"},
    {"is", "is"},
    {"sms", "sms"},
    {"gps", "gps"},
    {"dns", "dns"},
    {"menus", "menu"},
    {"caucuses", "caucus"},
    {"censuses", "census"},
    {"apis", "api"},
    {"clauses", "clause"},
    {"canvases", "canvas"}};

TEST(Naming, makes_the_last_word_singular) {
  for (const auto& [plural, expected] : kNumbers) EXPECT_EQ(singular(plural), expected);
}

TEST(Naming, keeps_out_of_the_way_of_cpp) {
  EXPECT_EQ(cpp_identifier("title"), "title");
  for (const std::string_view word : {"class", "and", "co_await", "requires", "char8_t", "errno", "xor_eq"}) {
    EXPECT_EQ(cpp_identifier(word), std::string(word) + "_");
  }
}

TEST(Naming, quotes_identifiers_as_postgresql_does) {
  EXPECT_EQ(quote_identifier("bills"), "bills");
  EXPECT_EQ(quote_identifier("_x1"), "_x1");
  EXPECT_EQ(quote_identifier("name"), "name") << "an unreserved word";
  for (const std::string_view word :
       {"user", "order", "between", "values", "time", "left", "xmltable", "all"}) {
    EXPECT_EQ(quote_identifier(word), "\"" + std::string(word) + "\"");
  }
  EXPECT_EQ(quote_identifier("Bills"), "\"Bills\"");
  EXPECT_EQ(quote_identifier("1st"), "\"1st\"");
  EXPECT_EQ(quote_identifier("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(quote_identifier("a$b"), "\"a$b\"");
  EXPECT_EQ(quote_identifier(""), "\"\"");
}

TEST(Naming, quotes_literals) {
  EXPECT_EQ(quote_literal("it's"), "'it''s'");
  EXPECT_EQ(quote_literal("a\\b"), "'a\\b'");
  EXPECT_EQ(quote_literal(""), "''");
}

}  // namespace
}  // namespace schemac::compiler::support
