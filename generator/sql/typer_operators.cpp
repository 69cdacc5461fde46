// Operators: binary and prefix ones, IN, ANY and ALL, BETWEEN, IS DISTINCT FROM, NULLIF, LIKE.
#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <array>

#include "sql/typer_state.hpp"

namespace schemac::compiler::sql {
namespace {

bool is_row(const PgQuery__Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_ROW_EXPR;
}

/// A strict function of NULL is NULL before anybody asks what it is.
bool is_null(const PgQuery__Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_A_CONST && node->a_const->isnull;
}

std::string_view word(char volatility) {
  return volatility == 's' ? "STABLE" : "VOLATILE";
}

}  // namespace

void Typer::refuse_volatility(std::string_view name, char volatility, std::int32_t location) {
  if (volatility == 'i' || !must_be_immutable()) return;
  object(
      "SC1202", location, std::string(describe(place_)) + " takes IMMUTABLE functions only",
      "`" + std::string(name) + "` is " + std::string(word(volatility)) + " for these arguments",
      "its result may change while the row stays the same: compute it in the query, or keep it in a column");
}

/// `text || anything` is an SQL function that is STABLE by its mark, and which the planner replaces by its
/// body: as immutable as the conversion to text is.
char Typer::volatility_of(const Candidate& candidate, std::span<const Operand> operands,
                          std::string_view name) const {
  if (name != "||" || candidate.volatility == 'i' || operands.size() != 2) return candidate.volatility;
  bool immutable = true;
  for (const Operand& operand : operands) {
    immutable = immutable && types_.conversion(operand.type, types_.text(), Coercion::written).immutable;
  }
  return immutable ? 'i' : candidate.volatility;
}

void Typer::settle(const Candidate& candidate, std::span<const Operand> operands, std::string_view name,
                   std::int32_t location) {
  const bool of_null = std::any_of(operands.begin(), operands.end(),
                                   [](const Operand& operand) { return is_null(operand.node); });
  if (!of_null) refuse_volatility(name, volatility_of(candidate, operands, name), location);
  for (std::size_t i = 0; i < operands.size(); ++i)
    convert(operands[i], candidate.arguments[i], Coercion::implicit);
}

TypeId Typer::apply(std::string_view name, const Operand& left, const Operand& right, std::int32_t location) {
  const bool binary = left.node != nullptr;
  std::vector<Candidate> candidates;
  for (const OperatorFact& fact : facts::operators(name)) {
    if (!is_listed(fact.extension) || (fact.left == kNoType) == binary) continue;
    Candidate candidate;
    if (binary) candidate.arguments.push_back(fact.left);
    candidate.arguments.push_back(fact.right);
    candidate.result = fact.result;
    candidate.volatility = fact.volatility;
    candidates.push_back(std::move(candidate));
  }
  std::vector<Operand> operands;
  if (binary) operands.push_back(left);
  operands.push_back(right);
  std::vector<TypeId> kinds;
  for (const Operand& operand : operands) kinds.push_back(operand.type);
  const Choice choice = choose(types_, candidates, kinds, true);
  switch (choice.verdict) {
    case Verdict::found:
      settle(choice.candidate, operands, name, location);
      return choice.candidate.result;
    case Verdict::unsure:
      return kNoType;
    case Verdict::none:
      break;
  }
  if (scope_.has_unknown_parts()) return kNoType;
  const std::string left_type = binary ? types_.printed(left.type) + " " : std::string();
  object("SC1207", location,
         "there is no operator " + left_type + std::string(name) + " " + types_.printed(right.type),
         "no overload takes these types", "cast one side to the type of the other");
  return kNoType;
}

TypeId Typer::compare_rows(std::string_view name, const PgQuery__RowExpr& left, const PgQuery__RowExpr& right,
                           std::int32_t location) {
  for (std::size_t i = 0; i < left.n_args && i < right.n_args; ++i) {
    apply(name, {left.args[i], visit(left.args[i])}, {right.args[i], visit(right.args[i])}, location);
  }
  return types_.boolean();
}

TypeId Typer::visit_in(const PgQuery__AExpr& expression) {
  const Operand left{expression.lexpr, visit(expression.lexpr)};
  const PgQuery__List& list = *expression.rexpr->list;
  std::vector<Operand> items;
  std::vector<TypeId> kinds{left.type};
  bool one_type = list.n_items > 1;
  for (std::size_t i = 0; i < list.n_items; ++i) {
    items.push_back({list.items[i], visit(list.items[i])});
    kinds.push_back(items.back().type);
    one_type = one_type && items.back().type == types_.literal();
  }
  const TypeId common = one_type ? types_.common(kinds) : kNoType;
  if (common != kNoType) {  // literals become values of the left side's type together
    apply("=", left, {expression.rexpr, common}, expression.location);
    for (const Operand& item : items) convert(item, common, Coercion::implicit);
    return types_.boolean();
  }
  if (is_row(expression.lexpr)) return types_.boolean();
  for (const Operand& item : items) {
    if (types_.common(kinds) == kNoType || item.type == types_.literal())
      apply("=", left, item, expression.location);
  }
  return types_.boolean();
}

TypeId Typer::visit_any(const PgQuery__AExpr& expression) {
  const std::string_view name = last_part(expression.name, expression.n_name);
  const Operand left{expression.lexpr, visit(expression.lexpr)};
  const TypeId array = visit(expression.rexpr);
  if (array == types_.literal()) {
    if (left.type != types_.literal() && left.type != kNoType)
      convert({expression.rexpr, array}, types_.array_of(left.type), Coercion::implicit);
  } else if (types_.is_array(array)) {
    apply(name, left, {expression.rexpr, types_.element(array)}, expression.location);
  }
  return types_.boolean();
}

TypeId Typer::visit_between(const PgQuery__AExpr& expression) {
  const Operand subject{expression.lexpr, visit(expression.lexpr)};
  const PgQuery__List& ends = *expression.rexpr->list;
  static constexpr std::array<std::string_view, 2> kNames = {">=", "<="};
  for (std::size_t i = 0; i < ends.n_items && i < kNames.size(); ++i) {
    apply(kNames[i], subject, {ends.items[i], visit(ends.items[i])}, expression.location);
  }
  return types_.boolean();
}

TypeId Typer::visit_operator(const PgQuery__AExpr& expression) {
  switch (expression.kind) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
      return visit_in(expression);
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ANY:
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP_ALL:
      return visit_any(expression);
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
      return visit_between(expression);
    default:
      break;
  }
  const std::string_view name = last_part(expression.name, expression.n_name);
  if (!is_plain_or_catalog(expression.name, expression.n_name)) return kNoType;
  if (is_row(expression.lexpr) && is_row(expression.rexpr))
    return compare_rows(name, *expression.lexpr->row_expr, *expression.rexpr->row_expr, expression.location);
  const Operand left{expression.lexpr, visit(expression.lexpr)};
  const Operand right{expression.rexpr, visit(expression.rexpr)};
  const bool binary = expression.lexpr != nullptr;
  if (binary && left.type == types_.literal() && right.type == types_.literal()) return kNoType;
  const TypeId result = apply(name, left, right, expression.location);
  switch (expression.kind) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
      return types_.boolean();
    case PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF:
      return left.type == types_.literal() ? kNoType : left.type;
    default:
      return result;
  }
}

}  // namespace schemac::compiler::sql
