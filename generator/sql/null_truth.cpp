// Evaluates AND, OR, NOT, IS NULL and comparisons in SQL's three values, and a fourth: not known.
#include "sql/null_truth.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cstdint>
#include <variant>

#include "sql/parse_tree.hpp"

namespace schemac::compiler::sql {
namespace {

enum class Truth : std::uint8_t { no, null, yes, unknown };

class NullReader {
 public:
  explicit NullReader(std::span<const std::string> columns) : columns_(columns) {}

  [[nodiscard]] Truth read(const PgQuery__Node* node) const {
    if (is_null(node)) return Truth::null;
    switch (node->node_case) {
      case PG_QUERY__NODE__NODE_BOOL_EXPR:
        return read_logic(*node->bool_expr);
      case PG_QUERY__NODE__NODE_NULL_TEST: {
        if (!is_null(node->null_test->arg)) return Truth::unknown;
        const bool asks_null = node->null_test->nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NULL;
        return asks_null ? Truth::yes : Truth::no;
      }
      case PG_QUERY__NODE__NODE_A_EXPR: {
        const PgQuery__AExpr& comparison = *node->a_expr;
        const bool plain = comparison.kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP && is_comparison(comparison);
        return plain && (is_null(comparison.lexpr) || is_null(comparison.rexpr)) ? Truth::null
                                                                                 : Truth::unknown;
      }
      default:
        return Truth::unknown;
    }
  }

 private:
  /// The comparisons that give NULL for NULL, whatever the type.
  static bool is_comparison(const PgQuery__AExpr& expression) {
    if (expression.n_name != 1) return false;
    const std::string_view name = expression.name[0]->string->sval;
    return name == "=" || name == "<>" || name == "<" || name == ">" || name == "<=" || name == ">=";
  }

  [[nodiscard]] bool is_null(const PgQuery__Node* node) const {
    if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return false;
    const PgQuery__ColumnRef& column = *node->column_ref;
    const PgQuery__Node& last = *column.fields[column.n_fields - 1];
    return last.node_case == PG_QUERY__NODE__NODE_STRING &&
           std::find(columns_.begin(), columns_.end(), last.string->sval) != columns_.end();
  }

  [[nodiscard]] Truth read_logic(const PgQuery__BoolExpr& logic) const {
    std::size_t count[4] = {};
    for (std::size_t i = 0; i < logic.n_args; ++i) ++count[static_cast<int>(read(logic.args[i]))];
    const auto of = [&](Truth truth) { return count[static_cast<int>(truth)]; };
    if (logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__NOT_EXPR) {
      if (of(Truth::yes) > 0) return Truth::no;
      if (of(Truth::no) > 0) return Truth::yes;
      return of(Truth::null) > 0 ? Truth::null : Truth::unknown;
    }
    const bool all = logic.boolop == PG_QUERY__BOOL_EXPR_TYPE__AND_EXPR;
    const Truth decides = all ? Truth::no : Truth::yes;
    if (of(decides) > 0) return decides;
    if (of(Truth::unknown) > 0) return Truth::unknown;
    if (of(Truth::null) > 0) return Truth::null;
    return all ? Truth::yes : Truth::no;
  }

  std::span<const std::string> columns_;
};

}  // namespace

bool is_false_when_null(std::string_view condition, std::span<const std::string> columns) {
  auto parsed = ParseTree::parse("SELECT (" + std::string(condition) + ")");
  const auto* tree = std::get_if<ParseTree>(&parsed);
  const PgQuery__Node* expression = tree == nullptr ? nullptr : only_expression(*tree);
  return expression != nullptr && NullReader(columns).read(expression) == Truth::no;
}

}  // namespace schemac::compiler::sql
