// One rule, everywhere: for good and bad values of every rule, the condition in C++ and PostgreSQL's CHECK
// say the same. Cases: tests/cases/rules/rules.json.
#include <gtest/gtest.h>

#include <charconv>
#include <iostream>
#include <sstream>

#include "acceptance/rules_cases/rule_case.hpp"
#include "sql/expression.hpp"
#include "support/naming.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

std::vector<std::byte> bytes(std::string_view hex) {
  std::vector<std::byte> result;
  for (std::size_t i = 2; i + 1 < hex.size(); i += 2) {
    unsigned byte = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 2, byte, 16);
    result.push_back(static_cast<std::byte>(byte));
  }
  return result;
}

namespace {

using compiler::support::quote_literal;

/// One letter a value: a(ccepted), c(heck broken), t(ype refuses it).
constexpr const char* kFunction = R"(
CREATE EXTENSION citext;
CREATE FUNCTION verdicts(type text, condition text, list text[]) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  value text;
  result text := '';
BEGIN
  EXECUTE format('CREATE TEMP TABLE probe (v %s CHECK (%s))', type, condition);
  FOREACH value IN ARRAY list LOOP
    BEGIN
      EXECUTE format('INSERT INTO probe VALUES (%L)', value);
      result := result || 'a';
    EXCEPTION
      WHEN check_violation THEN result := result || 'c';
      WHEN OTHERS THEN result := result || 't';
    END;
  END LOOP;
  DROP TABLE probe;
  RETURN result;
END $$;
)";

std::string call_of(const RuleCase& item) {
  std::string list;
  for (const std::string& value : item.values) list += (list.empty() ? "" : ",") + quote_literal(value);
  return "SELECT verdicts(" + quote_literal(item.type) + "," +
         quote_literal(item.check.empty() ? "true" : item.check) + ",ARRAY[" + list + "]);\n";
}

TEST(Rules, cpp_and_postgres_accept_the_same_values) {
  TestDatabase database;
  database.run_sql(kFunction);
  int good = 0;
  int bad = 0;
  for (const RuleCase& item : rule_cases()) {
    std::string answers = database.run_sql(call_of(item));
    ASSERT_GT(answers.size(), item.values.size()) << item.title;
    for (std::size_t i = 0; i < item.values.size(); ++i) {
      if (answers[i] == 't') continue;  // the type's own business
      EXPECT_EQ(item.accepted[i], answers[i] == 'a')
          << item.title << " of '" << item.values[i] << "', " << item.check;
      ++(answers[i] == 'a' ? good : bad);
    }
  }
  std::cout << good << " good and " << bad << " bad values agree\n";
  EXPECT_GT(good, 100);
  EXPECT_GT(bad, 100);
}

TEST(Rules, null_passes) {
  TestDatabase database;
  database.run_sql(kFunction);
  for (const RuleCase& item : rule_cases()) {
    std::string sql = "SELECT verdicts(" + quote_literal(item.type) + "," +
                      quote_literal(item.check.empty() ? "true" : item.check) + ",ARRAY[NULL]::text[])";
    EXPECT_EQ(database.run_sql(sql), "a\n") << item.title;
  }
}

TEST(Rules, sql_is_canonical) {
  for (const RuleCase& item : rule_cases()) {
    if (item.check.empty()) continue;
    auto parsed = compiler::sql::parse_expression(item.check);
    ASSERT_TRUE(std::holds_alternative<compiler::sql::Expression>(parsed)) << item.check;
    EXPECT_EQ(std::get<compiler::sql::Expression>(parsed).canonical, item.check);
  }
}

}  // namespace
}  // namespace schemac::testing
