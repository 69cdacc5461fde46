// One function for each kind of node; a node that none of them knows puts the whole condition outside of the
// subset.
#include "sql/condition.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <array>
#include <span>
#include <variant>

#include "sql/parse_tree.hpp"
#include "sql/typer_state.hpp"

namespace schemac::compiler::sql {
namespace {

using MaybeTerm = std::optional<Term>;
using Nodes = std::span<PgQuery__Node* const>;

MaybeTerm read(const PgQuery__Node* node);

std::optional<std::vector<Term>> read_all(Nodes nodes) {
  std::vector<Term> terms;
  for (const PgQuery__Node* node : nodes) {
    auto term = read(node);
    if (!term) return std::nullopt;
    terms.push_back(*std::move(term));
  }
  return terms;
}

MaybeTerm make(TermKind kind, std::string_view text, std::optional<std::vector<Term>> operands) {
  if (!operands) return std::nullopt;
  return Term{kind, std::string(text), *std::move(operands)};
}

Term wrapped(TermKind kind, Term operand, std::string text = {}) {
  Term term{kind, std::move(text), {}};
  term.operands.push_back(std::move(operand));
  return term;
}

MaybeTerm negated(MaybeTerm term) {
  if (!term) return std::nullopt;
  return wrapped(TermKind::negation, *std::move(term));
}

MaybeTerm read_constant(const PgQuery__AConst& constant) {
  if (constant.isnull) return std::nullopt;
  switch (constant.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      return Term{TermKind::number, std::to_string(constant.ival->ival), {}};
    case PG_QUERY__A__CONST__VAL_FVAL:
      return Term{TermKind::number, constant.fval->fval, {}};
    case PG_QUERY__A__CONST__VAL_BOOLVAL:
      return Term{TermKind::truth, constant.boolval->boolval ? "true" : "false", {}};
    case PG_QUERY__A__CONST__VAL_SVAL:
      return Term{TermKind::text, constant.sval->sval, {}};
    case PG_QUERY__A__CONST__VAL_BSVAL:
      return std::nullopt;
    default:
      return Term{TermKind::number, "0", {}};  // protobuf leaves out a zero
  }
}

/// Only types without parameters: those would round or cut the value.
MaybeTerm read_cast(const PgQuery__TypeCast& cast) {
  const PgQuery__TypeName& type = *cast.type_name;
  if (type.n_typmods > 0 || type.n_array_bounds > 0 || type.setof) return std::nullopt;
  auto operand = read(cast.arg);
  if (!operand) return std::nullopt;
  return wrapped(TermKind::cast, *std::move(operand), std::string(last_part(type.names, type.n_names)));
}

MaybeTerm read_logic(const PgQuery__BoolExpr& logic) {
  auto operands = read_all({logic.args, logic.n_args});
  if (logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__NOT_EXPR)
    return make(TermKind::negation, {}, std::move(operands));
  const bool all = logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR;
  return make(all ? TermKind::all : TermKind::any, {}, std::move(operands));
}

MaybeTerm read_null_test(const PgQuery__NullTest& test) {
  auto operand = read(test.arg);
  if (!operand) return std::nullopt;
  Term term = wrapped(TermKind::is_null, *std::move(operand));
  return test.nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NULL ? term : negated(std::move(term));
}

MaybeTerm read_truth_test(const PgQuery__BooleanTest& test) {
  auto operand = read(test.arg);
  if (!operand) return std::nullopt;
  const auto is_true = [](Term term) { return wrapped(TermKind::call, std::move(term), "is_true"); };
  switch (test.booltesttype) {
    case PG_QUERY__BOOL_TEST_TYPE__IS_TRUE:
      return is_true(*std::move(operand));
    case PG_QUERY__BOOL_TEST_TYPE__IS_NOT_TRUE:
      return negated(is_true(*std::move(operand)));
    case PG_QUERY__BOOL_TEST_TYPE__IS_FALSE:
      return is_true(*negated(std::move(operand)));
    case PG_QUERY__BOOL_TEST_TYPE__IS_NOT_FALSE:
      return negated(is_true(*negated(std::move(operand))));
    default:
      return std::nullopt;
  }
}

/// `subject` BETWEEN the two ends.
MaybeTerm read_between(const PgQuery__AExpr& expression) {
  const PgQuery__List& ends = *expression.rexpr->list;
  auto subject = read(expression.lexpr);
  auto bounds = read_all({ends.items, ends.n_items});
  if (!subject || !bounds || bounds->size() != 2) return std::nullopt;
  Term both{TermKind::all, {}, {}};
  for (std::size_t i = 0; i < 2; ++i) {
    Term bound = wrapped(TermKind::comparison, *subject, i == 0 ? ">=" : "<=");
    bound.operands.push_back(std::move((*bounds)[i]));
    both.operands.push_back(std::move(bound));
  }
  return both;
}

MaybeTerm read_membership(const PgQuery__AExpr& expression) {
  auto subject = read(expression.lexpr);
  auto items = read_all({expression.rexpr->list->items, expression.rexpr->list->n_items});
  if (!subject || !items) return std::nullopt;
  items->insert(items->begin(), *std::move(subject));
  auto term = make(TermKind::membership, {}, std::move(items));
  return last_part(expression.name, expression.n_name) == "=" ? term : negated(std::move(term));
}

MaybeTerm read_plain_operator(const PgQuery__AExpr& expression) {
  static constexpr std::array<std::string_view, 6> kComparisons = {"=", "<>", "<", "<=", ">", ">="};
  static constexpr std::array<std::string_view, 5> kArithmetic = {"+", "-", "*", "/", "%"};
  const std::string_view name = last_part(expression.name, expression.n_name);
  const auto among = [&name](const auto& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  const bool known = among(kComparisons) || among(kArithmetic);
  if (!known || expression.lexpr == nullptr || !is_plain_or_catalog(expression.name, expression.n_name))
    return std::nullopt;
  PgQuery__Node* const sides[] = {expression.lexpr, expression.rexpr};
  return make(among(kComparisons) ? TermKind::comparison : TermKind::arithmetic, name, read_all(sides));
}

MaybeTerm read_operator(const PgQuery__AExpr& expression) {
  PgQuery__Node* const sides[] = {expression.lexpr, expression.rexpr};
  switch (expression.kind) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_OP:
      return read_plain_operator(expression);
    case PG_QUERY__A__EXPR__KIND__AEXPR_IN:
      return read_membership(expression);
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
      return read_between(expression);
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
      return negated(read_between(expression));
    case PG_QUERY__A__EXPR__KIND__AEXPR_DISTINCT:
      return make(TermKind::distinct, {}, read_all(sides));
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_DISTINCT:
      return negated(make(TermKind::distinct, {}, read_all(sides)));
    default:
      return std::nullopt;
  }
}

/// num_nulls and num_nonnulls: the sum of as many tests.
Term null_count(std::vector<Term> operands, bool nulls) {
  std::optional<Term> sum;
  for (Term& operand : operands) {
    Term test = wrapped(TermKind::is_null, std::move(operand));
    if (!nulls) test = *negated(std::move(test));
    Term one = wrapped(TermKind::cast, std::move(test), "int4");
    if (sum) {
      Term more = wrapped(TermKind::arithmetic, *std::move(sum), "+");
      more.operands.push_back(std::move(one));
      one = std::move(more);
    }
    sum = std::move(one);
  }
  return *std::move(sum);
}

/// COALESCE of two, the second of which may be one in turn.
MaybeTerm read_coalesce(Nodes nodes) {
  auto operands = read_all(nodes);
  if (!operands || operands->empty()) return std::nullopt;
  while (operands->size() > 1) {
    Term last = std::move(operands->back());
    operands->pop_back();
    Term pair = wrapped(TermKind::call, std::move(operands->back()), "coalesce");
    pair.operands.push_back(std::move(last));
    operands->back() = std::move(pair);
  }
  return std::move(operands->front());
}

MaybeTerm read_call(const PgQuery__FuncCall& call) {
  const std::string_view name = last_part(call.funcname, call.n_funcname);
  const bool plain = call.agg_filter == nullptr && call.over == nullptr && !call.agg_star &&
                     !call.agg_distinct && !call.func_variadic && call.n_agg_order == 0;
  if (!plain || call.n_args == 0 || !is_plain_or_catalog(call.funcname, call.n_funcname)) return std::nullopt;
  auto operands = read_all({call.args, call.n_args});
  if (operands && (name == "num_nulls" || name == "num_nonnulls"))
    return null_count(*std::move(operands), name == "num_nulls");
  const bool length = name == "length" || name == "character_length";
  return make(TermKind::call, length ? "char_length" : name, std::move(operands));
}

MaybeTerm read(const PgQuery__Node* node) {
  switch (node->node_case) {
    case PG_QUERY__NODE__NODE_COLUMN_REF: {
      const PgQuery__ColumnRef& column = *node->column_ref;
      const std::string_view name = last_part(column.fields, column.n_fields);
      return name.empty() ? MaybeTerm() : Term{TermKind::column, std::string(name), {}};
    }
    case PG_QUERY__NODE__NODE_A_CONST:
      return read_constant(*node->a_const);
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return read_cast(*node->type_cast);
    case PG_QUERY__NODE__NODE_BOOL_EXPR:
      return read_logic(*node->bool_expr);
    case PG_QUERY__NODE__NODE_NULL_TEST:
      return read_null_test(*node->null_test);
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
      return read_truth_test(*node->boolean_test);
    case PG_QUERY__NODE__NODE_A_EXPR:
      return read_operator(*node->a_expr);
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return read_coalesce({node->coalesce_expr->args, node->coalesce_expr->n_args});
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return read_call(*node->func_call);
    default:
      return std::nullopt;
  }
}

void collect_columns(const Term& term, std::vector<std::string>& names) {
  if (term.kind == TermKind::column && std::find(names.begin(), names.end(), term.text) == names.end())
    names.push_back(term.text);
  for (const Term& operand : term.operands) collect_columns(operand, names);
}

}  // namespace

std::optional<Term> read_condition(std::string_view condition) {
  const auto parsed = ParseTree::parse("SELECT (" + std::string(condition) + ")");
  const auto* tree = std::get_if<ParseTree>(&parsed);
  const PgQuery__Node* expression = tree == nullptr ? nullptr : only_expression(*tree);
  return expression == nullptr ? std::nullopt : read(expression);
}

std::vector<std::string> columns_of(const Term& term) {
  std::vector<std::string> names;
  collect_columns(term, names);
  return names;
}

}  // namespace schemac::compiler::sql
