// Our quoting against PostgreSQL's own.
#include "support/naming.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "support/postgres.hpp"

namespace schemac::compiler::support {
namespace {

TEST(Quoting, agrees_with_the_server_on_every_keyword_and_on_odd_names) {
  schemac::testing::TestDatabase database;
  std::istringstream rows(
      database.run_sql("SELECT word || '|' || quote_ident(word) FROM ("
                       "  SELECT word FROM pg_get_keywords()"
                       "  UNION SELECT unnest(ARRAY['bills', '_x', 'a1', '1a', 'Bills', 'a b', 'a\"b', "
                       "'a$b', 'é', 'a-b', 'order_'])"
                       ") AS words"));
  int compared = 0;
  for (std::string row; std::getline(rows, row); ++compared) {
    const std::size_t bar = row.find('|');
    ASSERT_NE(bar, std::string::npos) << row;
    EXPECT_EQ(quote_identifier(row.substr(0, bar)), row.substr(bar + 1));
  }
  EXPECT_GT(compared, 400) << "PostgreSQL has more keywords than that";
}

TEST(Quoting, brings_every_text_back) {
  schemac::testing::TestDatabase database;
  for (const std::string text : {"it's", "a\\b", "''", "x\\'; DROP TABLE y; --", "é😀", ""}) {
    EXPECT_EQ(database.run_sql("SELECT '<' || " + quote_literal(text) + " || '>'"), "<" + text + ">\n")
        << text;
  }
}

}  // namespace
}  // namespace schemac::compiler::support
