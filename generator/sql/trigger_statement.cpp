// Takes CREATE TRIGGER apart. The parser gives its timing and events as the bits of pg_trigger.tgtype.
#include "sql/trigger_statement.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <array>
#include <utility>

#include "sql/statement.hpp"

namespace schemac::compiler::sql {
namespace {

constexpr int kBefore = 1 << 1;
constexpr int kInsteadOf = 1 << 6;
constexpr std::array<std::pair<int, std::string_view>, 4> kEvents = {
    {{1 << 2, "insert"}, {1 << 4, "update"}, {1 << 3, "delete"}, {1 << 5, "truncate"}}};

std::vector<std::string> strings(PgQuery__Node* const* nodes, std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    if (nodes[i]->node_case == PG_QUERY__NODE__NODE_STRING) texts.emplace_back(nodes[i]->string->sval);
  }
  return texts;
}

std::string deferral(const PgQuery__CreateTrigStmt& tree) {
  if (tree.deferrable == 0) return {};
  return tree.initdeferred != 0 ? "initially deferred" : "initially immediate";
}

TriggerStatement read(const PgQuery__CreateTrigStmt& tree) {
  TriggerStatement trigger;
  trigger.timing = tree.timing == kBefore ? "before" : tree.timing == kInsteadOf ? "instead_of" : "after";
  for (const auto& [bit, event] : kEvents) {
    if ((tree.events & bit) != 0) trigger.events.emplace_back(event);
  }
  trigger.of = strings(tree.columns, tree.n_columns);
  trigger.for_each_row = tree.row != 0;
  if (tree.when_clause != nullptr)
    trigger.when = deparse_select(*tree.when_clause).substr(std::string_view("SELECT ").size());
  const auto names = strings(tree.funcname, tree.n_funcname);
  if (names.size() > 1 && names.front() != "public") trigger.function = names.front() + ".";
  trigger.function += names.back();
  trigger.arguments = strings(tree.args, tree.n_args);
  trigger.deferrable = deferral(tree);
  trigger.constraint = tree.isconstraint != 0;
  for (std::size_t i = 0; i < tree.n_transition_rels; ++i) {
    const PgQuery__TriggerTransition& rows = *tree.transition_rels[i]->trigger_transition;
    (rows.is_new != 0 ? trigger.new_table : trigger.old_table) = rows.name;
  }
  return trigger;
}

}  // namespace

std::optional<TriggerStatement> parse_trigger(std::string_view text) {
  const auto parsed = parse_statement(text, "CREATE TRIGGER");
  const auto* tree = std::get_if<ParseTree>(&parsed);
  const PgQuery__Node* statement = tree == nullptr ? nullptr : tree->statement();
  if (statement == nullptr || statement->node_case != PG_QUERY__NODE__NODE_CREATE_TRIG_STMT)
    return std::nullopt;
  return read(*statement->create_trig_stmt);
}

}  // namespace schemac::compiler::sql
