// The canonical text of an expression means what was written: the server stores the same CHECK for both.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "sql/expression.hpp"
#include "support/naming.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using compiler::sql::Expression;
using compiler::support::quote_literal;

/// What the server makes of a CHECK, or that it refuses it.
constexpr const char* kSetUp = R"(
CREATE TABLE t (a integer, b integer, c integer, t text, u text, f boolean, g boolean, d date, z timestamptz,
                l integer[], j jsonb);
CREATE FUNCTION stored(expression text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  result text;
BEGIN
  EXECUTE format('ALTER TABLE t ADD CONSTRAINT probe CHECK (%s)', expression);
  SELECT pg_get_constraintdef(oid) INTO result FROM pg_constraint WHERE conname = 'probe';
  ALTER TABLE t DROP CONSTRAINT probe;
  RETURN replace(result, E'\n', ' ');
EXCEPTION WHEN OTHERS THEN
  RETURN 'refused';
END $$;
)";

TEST(Expressions, canonical_text_means_what_was_written) {
  TestDatabase database;
  database.run_sql(kSetUp);
  std::ifstream file(std::string(SCHEMAC_SOURCE_DIR) + "/tests/cases/sql/expressions.txt");
  int compared = 0;
  int refused = 0;
  for (std::string text; std::getline(file, text);) {
    auto parsed = compiler::sql::parse_expression(text);
    ASSERT_TRUE(std::holds_alternative<Expression>(parsed)) << text;
    const std::string& canonical = std::get<Expression>(parsed).canonical;
    std::istringstream answer(database.run_sql("SELECT stored(" + quote_literal(text) + ");SELECT stored(" +
                                               quote_literal(canonical) + ")"));
    std::string written;
    std::string printed;
    std::getline(answer, written);
    std::getline(answer, printed);
    EXPECT_EQ(written, printed) << text << " became " << canonical;
    refused += written == "refused" ? 1 : 0;
    auto again = compiler::sql::parse_expression(canonical);
    ASSERT_TRUE(std::holds_alternative<Expression>(again)) << canonical;
    EXPECT_EQ(std::get<Expression>(again).canonical, canonical);
    ++compared;
  }
  EXPECT_GT(compared - refused, 100);
}

}  // namespace
}  // namespace schemac::testing
