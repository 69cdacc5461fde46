// A function for each column with rules, one for each check over a row, and the two validators that call
// them.
#include "targets/cpp_validators.hpp"

#include <algorithm>
#include <optional>

#include "support/naming.hpp"
#include "targets/cpp_expression_layout.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_operand.hpp"

namespace schemac::compiler::targets {
namespace {

using render::View;
using render::ViewList;
using render::ViewObject;

std::string check_call(const std::string& owner, const std::string& member) {
  const std::string test = "if (const auto* value = schemac::given(" + owner + "." + member + "))";
  const std::string call = "check_" + member + "(*value, result);";
  return test + (2 + test.size() + 1 + call.size() <= kLineWidth ? " " : "\n    ") + call;
}

/// A condition that holds a pattern, taken apart around its literal.
struct Patterned {
  std::string before;
  std::string literal;
  std::string after;
};

std::optional<Patterned> patterned(const std::string& condition) {
  const std::size_t begin = condition.find("<\"");
  const std::size_t end = condition.rfind("\">(");
  if (begin == std::string::npos || end == std::string::npos) return std::nullopt;
  return Patterned{condition.substr(0, begin + 1), condition.substr(begin + 1, end - begin),
                   condition.substr(end + 1)};
}

/// The literal in lines that begin at `column`; the first one is not indented.
std::string literal_lines(const std::string& literal, std::size_t column) {
  std::string text;
  for (const std::string& part : split_literal(literal, kLineWidth - column - 2)) {
    text += (text.empty() ? "" : "\n" + std::string(column, ' ')) + part;
  }
  return text;
}

/// "  if (!(condition)) {"; a pattern that makes it too long is broken, its argument on a line of its own.
std::string test_value(const std::string& condition) {
  const std::string head = "  if (!(";
  const std::string tail = ")) {\n";
  const auto pattern = patterned(condition);
  const bool fits = head.size() + condition.size() + tail.size() - 1 <= kLineWidth;
  if (fits || !pattern) return head + condition + tail;
  const std::string call = head + pattern->before;
  return call + literal_lines(pattern->literal, call.size()) + ">(\n" + std::string(10, ' ') +
         pattern->after.substr(2) + tail;
}

/// The same of each element; there, a pattern that is broken begins on a line of its own.
std::string test_each(const std::string& condition) {
  const std::string head = "  if (!schemac::rules::all_of(value, [](const auto& item) {";
  const std::string line = head + " return " + condition + "; })) {\n";
  if (line.size() - 1 <= kLineWidth) return line;
  const std::string inner = "        return ";
  const std::string tail = ";\n      })) {\n";
  const auto pattern = patterned(condition);
  if (!pattern || inner.size() + condition.size() + 1 <= kLineWidth)
    return head + "\n" + inner + condition + tail;
  return head + "\n" + inner + pattern->before + "\n" + std::string(12, ' ') +
         literal_lines(pattern->literal, 12) + pattern->after + tail;
}

std::string refusal(const std::string& test, const std::string& path, const std::string& rule,
                    const std::string& message) {
  return test + wrap_list("    result.add(", {path, cpp_literal(rule), cpp_literal(message)}, ");") + "\n  }";
}

/// A validator makes its calls; its argument has no name where there are none.
View validator_view(const std::string& type, const std::string& name, const std::vector<std::string>& calls) {
  ViewList body;
  body.emplace_back("schemac::ValidationResult result;");
  body.insert(body.end(), calls.begin(), calls.end());
  body.emplace_back("return result;");
  const std::string parameter = "const " + type + "&" + (calls.empty() ? "" : " " + name);
  return ViewObject{{"definition", "schemac::ValidationResult validate(" + parameter + ") {"},
                    {"body", std::move(body)}};
}

class ValidatorWriter {
 public:
  ValidatorWriter(const CppTable& table, const TargetInput& input) : table_(table), input_(input) {}

  CppValidators write() {
    for (const CppColumn& column : table_.columns) {
      if (column.in_insert || column.in_patch) add_column(column);
    }
    for (const CppRowCheck& check : table_.checks) {
      if (!check.only_server()) add_row_check(check);
    }
    return {std::move(functions_), validator_view("Insert", "row", insert_calls_),
            validator_view("Patch", "patch", patch_calls_)};
  }

 private:
  void add_column(const CppColumn& column) {
    ViewList conditions;
    for (const CppRule& rule : cpp_rules(column, input_.rules, input_.model)) {
      conditions.emplace_back(rule_statement(rule, cpp_literal(column.name)));
    }
    if (!column.notes->type.json_shape.empty())
      conditions.emplace_back("  schemac::check_shape(value, " + cpp_literal(column.name) + ", result);");
    if (conditions.empty()) return;
    add_function("check_" + column.member, {"const " + column.type + "& value"}, std::move(conditions));
    if (column.in_insert) insert_calls_.emplace_back(check_call("row", column.member));
    if (column.in_patch) patch_calls_.emplace_back(check_call("patch", column.member));
  }

  void add_row_check(const CppRowCheck& check) {
    const std::string function = "expect_" + support::cpp_identifier(check.name);
    std::vector<std::string> parameters;
    for (const CppOperand& operand : check.columns) {
      parameters.push_back("const schemac::Operand<" + operand_type(*operand.column) + ">& " + operand.code);
    }
    const std::string test = wrap_expression("  if (!schemac::passes(", check.condition, ")) {") + "\n";
    ViewList conditions;
    conditions.emplace_back(refusal(test, cpp_literal(check.name), "check", check.message));
    add_function(function, std::move(parameters), std::move(conditions));
    if (check.on_insert)
      insert_calls_.push_back(row_check_call(function, check, "row", &CppColumn::in_insert));
    if (check.on_patch)
      patch_calls_.push_back(row_check_call(function, check, "patch", &CppColumn::in_patch));
  }

  void add_function(const std::string& name, std::vector<std::string> parameters, ViewList rules) {
    parameters.emplace_back("schemac::ValidationResult& result");
    functions_.emplace_back(ViewObject{{"signature", wrap_list("void " + name + "(", parameters, ") {")},
                                       {"rules", std::move(rules)}});
  }

  /// What the struct does not hold is not known; what an Insert leaves out has the column's default.
  [[nodiscard]] std::string row_check_call(const std::string& function, const CppRowCheck& check,
                                           const std::string& owner, bool CppColumn::*held) const {
    std::string arguments;
    for (const CppOperand& operand : check.columns) {
      const CppColumn& column = *operand.column;
      if (!(column.*held)) {
        arguments += "{}, ";
        continue;
      }
      const auto value = owner == "row" ? operand_default(column, input_.model) : std::nullopt;
      arguments += "schemac::operand<" + operand_type(column) + ">(" + owner + "." + column.member +
                   (value ? ", " + *value : "") + "), ";
    }
    return wrap_expression("  " + function + "(", arguments + "result", ");").substr(2);
  }

  const CppTable& table_;
  const TargetInput& input_;
  ViewList functions_;
  std::vector<std::string> insert_calls_;
  std::vector<std::string> patch_calls_;
};

}  // namespace

std::string rule_statement(const CppRule& rule, const std::string& path) {
  const std::string test = rule.each ? test_each(rule.condition) : test_value(rule.condition);
  return refusal(test, path, rule.rule, rule.message);
}

CppValidators cpp_validators(const CppTable& table, const TargetInput& input) {
  return ValidatorWriter(table, input).write();
}

}  // namespace schemac::compiler::targets
