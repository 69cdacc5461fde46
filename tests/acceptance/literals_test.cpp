// What a type refuses as the text of a default, the server must refuse too: nobody is accused falsely. The
// data are tests/cases/types/literals.txt, one `type|text` a line.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "support/column_types.hpp"
#include "support/naming.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using compiler::model::Refusal;
using compiler::model::TypeUse;

struct Case {
  std::string type;
  std::string text;
  bool refused = false;  ///< by us
  std::string reason;
  bool taken = false;  ///< by the server
};

std::vector<Case> read_cases() {
  std::ifstream file(std::string(SCHEMAC_SOURCE_DIR) + "/tests/cases/types/literals.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    std::size_t bar = line.find('|');
    Case item{line.substr(0, bar), line.substr(bar + 1), false, {}, false};
    SpelledType spelled = spelled_type(item.type);
    const TypeUse& use = std::get<TypeUse>(spelled.use);
    item.type = use.sql;
    if (auto refusal = spelled.type->refuse_text(item.text, use)) {
      item.refused = true;
      item.reason = refusal->message;
    }
    cases.push_back(std::move(item));
  }
  return cases;
}

/// Tries the text as the default of a column, the way that a definition's default reaches the server.
constexpr const char* kFunction = R"(
CREATE FUNCTION takes(type text, value text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TEMP TABLE probe (c %s DEFAULT %L)', type, value);
  INSERT INTO probe DEFAULT VALUES;
  DROP TABLE probe;
  RETURN true;
EXCEPTION WHEN OTHERS THEN
  RETURN false;
END $$;
)";

void ask_server(std::vector<Case>& cases) {
  TestDatabase database;
  database.run_sql(kFunction);
  std::string sql = "SELECT takes(type, value) FROM (VALUES ";
  for (std::size_t i = 0; i < cases.size(); ++i) {
    sql += (i > 0 ? ",(" : "(") + std::to_string(i) + "," + compiler::support::quote_literal(cases[i].type) +
           "," + compiler::support::quote_literal(cases[i].text) + ")";
  }
  std::istringstream answers(database.run_sql(sql + ") AS v(place, type, value) ORDER BY place"));
  std::string answer;
  for (Case& item : cases) {
    ASSERT_TRUE(std::getline(answers, answer));
    item.taken = answer == "t";
  }
}

TEST(Literals, nothing_is_refused_that_the_server_takes) {
  std::vector<Case> cases = read_cases();
  ASSERT_GT(cases.size(), 1000U);
  ask_server(cases);
  int refused = 0;
  int missed = 0;
  for (const Case& item : cases) {
    EXPECT_FALSE(item.refused && item.taken)
        << item.type << " takes '" << item.text << "'; we said: " << item.reason;
    refused += item.refused ? 1 : 0;
    missed += !item.refused && !item.taken ? 1 : 0;
    if (std::getenv("SCHEMAC_SHOW_MISSED") != nullptr && !item.refused && !item.taken) {
      std::cout << "missed: " << item.type << " '" << item.text << "'\n";
    }
  }
  std::cout << cases.size() << " texts: " << refused << " refused before a server, " << missed
            << " left to the server that it refuses\n";
}

}  // namespace
}  // namespace schemac::testing
