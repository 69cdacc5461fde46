// write_rule_cases CASES OUTPUT: turns the cases into a C++ file in which every condition is compiled just as
// generated code has it.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "rules/rule_text.hpp"
#include "rules/rules.hpp"
#include "support/column_types.hpp"
#include "support/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace {

using namespace schemac::compiler;
using model::Shape;
using model::TypeUse;
using rules::cpp_literal;

std::string cpp_type(const TypeUse& type) {
  switch (type.shape) {
    case Shape::int16:
      return "std::int16_t";
    case Shape::int32:
      return "std::int32_t";
    case Shape::int64:
      return "std::int64_t";
    case Shape::float32:
      return "float";
    case Shape::float64:
      return "double";
    case Shape::decimal:
      return "schemac::Decimal";
    case Shape::date:
      return "schemac::Date";
    case Shape::timestamp:
      return "schemac::Timestamp";
    case Shape::timestamp_tz:
      return "schemac::TimestampTz";
    case Shape::bytes:
      return "std::vector<std::byte>";
    default:
      return "std::string";
  }
}

std::string initialiser(const TypeUse& type, const std::string& text) {
  if (type.dimensions > 0) {  // the number of elements is all that rules look at
    auto items = text == "{}" ? 0 : 1 + std::count(text.begin(), text.end(), ',');
    return "std::vector<std::string>(" + std::to_string(items) + ")";
  }
  std::string name = cpp_type(type);
  if (type.shape <= Shape::int64 && type.shape >= Shape::int16)
    return "static_cast<" + name + ">(std::stoll(" + cpp_literal(text) + "))";
  if (type.shape == Shape::float32) return "std::stof(" + cpp_literal(text) + ")";
  if (type.shape == Shape::float64) return "std::stod(" + cpp_literal(text) + ")";
  if (type.shape == Shape::bytes) return "schemac::testing::bytes(" + cpp_literal(text) + ")";
  if (name == "std::string") return "std::string(" + cpp_literal(text) + ")";
  return "*" + name + "::parse(" + cpp_literal(text) + ")";
}

const model::ValidatorRule& rule_of(std::string_view key) {
  for (const auto* rule : driver::vocabulary().rules) {
    if (rule->key() == key) return *rule;
  }
  throw std::runtime_error("no rule is called " + std::string(key));
}

std::string case_code(const syntax::Value& item) {
  const std::string& spelling = item.find("type")->text;
  auto spelled = schemac::testing::spelled_type(spelling);
  const TypeUse& type = std::get<TypeUse>(spelled.use);
  const model::ValidatorRule& rule = rule_of(item.find("rule")->text);
  auto made = rule.use(*item.find("argument"), type, "v");
  if (auto* refusal = std::get_if<model::Refusal>(&made))
    throw std::runtime_error(spelling + ": " + refusal->message);
  const auto& use = std::get<model::RuleUse>(made);
  std::string title = spelling + " " + use.rule + " " + use.argument;
  std::string code = "  cases.push_back({" + cpp_literal(title) + ", " + cpp_literal(type.sql) + ", " +
                     cpp_literal(use.sql) + ", {}, {}});\n";
  for (const syntax::Value& value : item.find("values")->items) {
    code += "  {\n    const auto value = " + initialiser(type, value.text) +
            ";\n    cases.back().values.push_back(" + cpp_literal(value.text) +
            ");\n    cases.back().accepted.push_back(" + rule.cpp(use, type, "value") + ");\n  }\n";
  }
  return code;
}

int run(const char* cases, const char* output) {
  std::ifstream in(cases);
  std::stringstream text;
  text << in.rdbuf();
  support::Sources sources;
  support::Diagnostics diagnostics;
  auto document = syntax::parse(sources, sources.add(cases, text.str()), diagnostics);
  if (!document) throw std::runtime_error("the cases are not JSON");
  std::ofstream out(output);
  out << "#include <cstdint>\n#include <string>\n#include <vector>\n#include "
         "\"acceptance/rules_cases/rule_case.hpp\"\n"
         "#include \"schemac/decimal.hpp\"\n#include \"schemac/query/pattern.hpp\"\n#include "
         "\"schemac/query/rules.hpp\"\n"
         "#include \"schemac/temporal.hpp\"\n\nnamespace {\nusing Cases = "
         "std::vector<schemac::testing::RuleCase>;\n";
  std::string calls;
  int number = 0;
  for (const syntax::Value& item : document->root.find("cases")->items) {
    std::string function = "add_case_" + std::to_string(number++);
    out << "void " << function << "(Cases& cases) {\n" << case_code(item) << "}\n";
    calls += "  " + function + "(cases);\n";
  }
  out << "}  // namespace\n\nstd::vector<schemac::testing::RuleCase> schemac::testing::rule_cases() {\n  "
         "Cases cases;\n"
      << calls << "  return cases;\n}\n";
  return 0;
}

}  // namespace

int main(int, char** argv) {
  try {
    return run(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
