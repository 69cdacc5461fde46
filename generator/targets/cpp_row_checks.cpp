// Checks into conditions, and who is able to break them.
#include "targets/cpp_row_checks.hpp"

#include <algorithm>

#include "model/constraint.hpp"
#include "targets/cpp_condition.hpp"

namespace schemac::compiler::targets {
namespace {

using sql::Term;
using sql::TermKind;

/// What a condition may come to where only some columns are known.
struct Outcome {
  bool yes = false;
  bool no = false;
};

Outcome outcome(const Term& term, const CppTable& table, bool CppColumn::*given) {
  const bool all = term.kind == TermKind::all;
  if (term.kind == TermKind::negation) {
    const Outcome inner = outcome(term.operands.front(), table, given);
    return {inner.no, inner.yes};
  }
  if (!all && term.kind != TermKind::any) {
    const auto names = sql::columns_of(term);
    const bool known = std::all_of(names.begin(), names.end(),
                                   [&](const std::string& name) { return table.column(name)->*given; });
    return {known, known};
  }
  Outcome result{all, !all};
  for (const Term& operand : term.operands) {
    const Outcome one = outcome(operand, table, given);
    result.yes = all ? result.yes && one.yes : result.yes || one.yes;
    result.no = all ? result.no || one.no : result.no && one.no;
  }
  return result;
}

/// A column as a parameter of the check's function, whose last one is `result`.
CppOperand parameter(const CppColumn& column) {
  return {&column, column.member == "result" ? "result_" : column.member};
}

void translate(CppRowCheck& check, const std::string& expression, const CppTable& table,
               const model::Model& model) {
  const auto term = sql::read_condition(expression);
  if (!term) return;
  const OperandLookup lookup = [&table](const std::string& name) -> std::optional<CppOperand> {
    const CppColumn* column = table.column(name);
    if (column == nullptr) return std::nullopt;
    return parameter(*column);
  };
  auto condition = cpp_condition(*term, lookup, model);
  if (!condition) return;
  check.on_insert = outcome(*term, table, &CppColumn::in_insert).no;
  check.on_patch = table.has_patch() && outcome(*term, table, &CppColumn::in_patch).no;
  check.condition = *std::move(condition);
  for (const std::string& name : sql::columns_of(*term)) check.columns.push_back(*lookup(name));
}

}  // namespace

std::vector<CppRowCheck> cpp_row_checks(const CppTable& table, const model::Model& model) {
  std::vector<CppRowCheck> checks;
  for (const model::Object& object : model.parts(model::kCheckKind, table.object->id)) {
    if (object.notes.empty()) continue;
    const auto& notes = object.notes.as<model::CheckNotes>();
    if (notes.key.empty()) continue;
    const std::string& expression = object.state.as<model::Check>().expression;
    CppRowCheck check;
    check.name = notes.key;
    check.constraint = object.id.part;
    check.message = notes.message.empty() ? "must meet " + expression : notes.message;
    translate(check, expression, table, model);
    checks.push_back(std::move(check));
  }
  return checks;
}

}  // namespace schemac::compiler::targets
