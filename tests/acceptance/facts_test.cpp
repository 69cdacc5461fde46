// What schemac refuses about SQL, PostgreSQL refuses: asked about every built-in function, operator, cast and
// operator class, and about the expressions of tests/cases/sql/refused.txt. Nothing may be accused falsely.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "facts/server_truth.hpp"
#include "sql/facts.hpp"
#include "sql/operator_class.hpp"

namespace schemac::testing {
namespace {

namespace sql = compiler::sql;
namespace facts = compiler::sql::facts;

class Facts : public ::testing::Test {
 protected:
  void SetUp() override { every_.create(database_); }

  /// Fails where something is accused falsely, or more than `most_missed` are missed.
  void judge(const std::string& what, const std::vector<Trial>& trials, std::size_t most_missed) {
    const Score score = compare(database_, trials);
    std::cout << what << ": " << score.line() << '\n';
    for (std::size_t i = 0; i < score.missed.size() && i < 20; ++i)
      std::cout << "  missed: " << score.missed[i] << '\n';
    for (const std::string& statement : score.falsely) ADD_FAILURE() << "accused falsely: " << statement;
    EXPECT_LE(score.missed.size(), most_missed);
  }

  [[nodiscard]] Trial index_where(const std::string& condition) const {
    return {"CREATE INDEX ON t (c_int4) WHERE " + condition,
            every_.accuses(condition, sql::Place::index_predicate)};
  }
  [[nodiscard]] bool is_column(sql::TypeId id) const {
    return !every_.column_type(EveryType::column(id)).empty();
  }

  EveryType every_;
  TestDatabase database_;
};

std::string call(const sql::FunctionFact& function, const std::string& with) {
  std::string text = "\"" + std::string(facts::name(function.name)) + "\"(";
  bool first = true;
  for (const sql::TypeId argument : facts::arguments(function)) {
    text += std::string(first ? "" : ", ") + (with.empty() ? EveryType::column(argument) : with);
    first = false;
  }
  return "pg_catalog." + text + ")";
}

TEST_F(Facts, volatility_of_every_function) {
  std::vector<Trial> trials;
  for (const sql::FunctionFact& function : facts::all_functions()) {
    bool askable = function.extension == 0;
    for (const sql::TypeId argument : facts::arguments(function)) askable = askable && is_column(argument);
    if (askable) trials.push_back(index_where(call(function, {}) + " IS NOT NULL"));
  }
  EXPECT_GT(trials.size(), 2000U);
  judge("functions", trials, 6);
}

TEST_F(Facts, functions_of_literals) {
  std::vector<Trial> trials;
  std::string_view last;
  for (const sql::FunctionFact& function : facts::all_functions()) {
    const std::string_view name = facts::name(function.name);
    if (function.extension == 0 && name != last) {
      const std::string check = call(function, "NULL") + " IS NULL";
      trials.push_back(
          {"ALTER TABLE t ADD CHECK (" + check + ") NOT VALID", every_.accuses(check, sql::Place::check)});
    }
    last = name;
  }
  const Score score = compare(database_, trials);
  std::cout << "functions of NULL: " << score.line() << '\n';
  for (const std::string& statement : score.falsely) ADD_FAILURE() << "accused falsely: " << statement;
}

TEST_F(Facts, every_operator) {
  static constexpr const char* kNames[] = {"=",  "<>", "<", ">=", "+",  "-", "*",   "/",  "||", "@>",
                                           "<@", "&&", "~", "~~", "->", "%", "->>", "@@", "?",  "#>"};
  std::vector<Trial> trials;
  std::vector<sql::TypeId> plain;
  for (const sql::TypeId id : every_.types()) {
    if (!facts::type(id).is_array || facts::printed(id) == "integer[]" || facts::printed(id) == "text[]")
      plain.push_back(id);
  }
  std::size_t turn = 0;
  for (const char* name : kNames) {
    for (const sql::TypeId left : plain) {
      for (const sql::TypeId right : plain) {
        if (left != right && ++turn % 23 != 0) continue;  // a part of all pairs, to stay quick
        trials.push_back(index_where("(" + EveryType::column(left) + " " + name + " " +
                                     EveryType::column(right) + ") IS NOT NULL"));
      }
      trials.push_back(index_where("(" + EveryType::column(left) + " " + name + " NULL) IS NULL"));
    }
  }
  judge("operators", trials, 100);
}

TEST_F(Facts, every_cast) {
  std::vector<Trial> trials;
  std::size_t turn = 0;
  for (const sql::TypeId from : every_.types()) {
    for (const sql::TypeId to : every_.types()) {
      if (facts::type(from).is_array != facts::type(to).is_array) continue;
      if (facts::type(from).is_array && ++turn % 11 != 0) continue;
      trials.push_back(
          index_where("(" + EveryType::column(from) + "::" + facts::printed(to) + ") IS NOT NULL"));
    }
  }
  judge("casts", trials, 0);
}

TEST_F(Facts, every_operator_class) {
  static constexpr const char* kMethods[] = {"btree", "hash", "gin", "gist", "spgist", "brin"};
  std::vector<Trial> trials;
  const auto ask = [&](const std::string& method, const std::string& opclass, sql::TypeId type) {
    trials.push_back(
        {"CREATE INDEX ON t USING " + method + " (" + EveryType::column(type) + " " + opclass + ")",
         sql::operator_class_mistake(every_, method, opclass, facts::printed(type)).has_value()});
  };
  for (const sql::TypeId type : every_.types()) {
    for (const char* method : kMethods) ask(method, "", type);
  }
  for (const sql::OpclassFact& fact : facts::opclasses()) {
    if (facts::name(fact.method) == "bloom") continue;
    for (const char* name :
         {"text", "varchar", "uuid", "int4", "_text", "inet", "jsonb", "tsvector", "citext"})
      ask(std::string(facts::name(fact.method)), std::string(facts::name(fact.name)),
          facts::type_named(name));
  }
  judge("operator classes", trials, 0);
}

/// The statement that puts an expression in its place; `rest` is the line after the place's word.
Trial trial_of(const EveryType& every, const std::string& place, const std::string& text) {
  if (place == "check")
    return {"ALTER TABLE t ADD CHECK (" + text + ")", every.accuses(text, sql::Place::check)};
  if (place == "where")
    return {"CREATE INDEX ON t (c_int4) WHERE " + text, every.accuses(text, sql::Place::index_predicate)};
  if (place == "key")
    return {"CREATE INDEX ON t ((" + text + "))", every.accuses(text, sql::Place::index_key)};
  const auto colon = text.find(": ");
  const std::string type = text.substr(0, colon);
  const std::string expression = text.substr(colon + 2);
  const bool generated = place == "generated";
  const std::string clause =
      generated ? " GENERATED ALWAYS AS (" + expression + ") STORED" : " DEFAULT (" + expression + ")";
  return {"ALTER TABLE t ADD COLUMN x " + type + clause,
          every.accuses(expression, generated ? sql::Place::generated : sql::Place::default_value, type)};
}

TEST_F(Facts, expressions_are_refused_as_the_server_does) {
  std::ifstream file(std::string(SCHEMAC_SOURCE_DIR) + "/tests/cases/sql/refused.txt");
  std::vector<Trial> trials;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto space = line.find(' ');
    trials.push_back(trial_of(every_, line.substr(0, space), line.substr(space + 1)));
  }
  EXPECT_GT(trials.size(), 100U);
  judge("expressions", trials, 0);
}

}  // namespace
}  // namespace schemac::testing
