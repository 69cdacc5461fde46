// One walk over all messages of the tree: a SELECT is typed where it is met, those inside of it after it.
#include "sql/query_typing.hpp"

#include <pg_query/pg_query.pb-c.h>

#include "sql/lexical.hpp"
#include "sql/message_walk.hpp"
#include "sql/parse_tree.hpp"
#include "sql/typer_state.hpp"

namespace schemac::compiler::sql {
namespace {

class QueryTyper {
 public:
  explicit QueryTyper(const Scope& scope) : typer_(scope, Place::query) {}

  void walk(const ProtobufCMessage& message) {
    if (message.descriptor == &pg_query__select_stmt__descriptor) {
      type_select(reinterpret_cast<const PgQuery__SelectStmt&>(message));
    } else if (message.descriptor == &pg_query__join_expr__descriptor) {
      typer_.expect_boolean(reinterpret_cast<const PgQuery__JoinExpr&>(message).quals, "what joins");
    }
    for_each_child(message, [this](const ProtobufCMessage& child) { walk(child); });
  }

  /// What the SELECT makes, as a column has it.
  std::vector<std::string> type_select(const PgQuery__SelectStmt& select) {
    std::vector<std::string> outputs;
    for (std::size_t i = 0; i < select.n_target_list; ++i) {
      const TypeId type = typer_.visit(select.target_list[i]->res_target->val);
      const TypeId kept = type == typer_.types().literal() ? typer_.types().text() : type;
      outputs.push_back(kept == kNoType ? "" : typer_.types().printed(kept));
    }
    typer_.expect_boolean(select.where_clause, "WHERE");
    typer_.expect_boolean(select.having_clause, "HAVING");
    return outputs;
  }

  std::vector<Objection> take_objections() { return std::move(typer_.objections()); }

 private:
  Typer typer_;
};

}  // namespace

QueryTyping type_query(std::string_view text, const Scope& scope) {
  const auto parsed = ParseTree::parse(std::string(text));
  const auto& select = *std::get<ParseTree>(parsed).statement()->select_stmt;
  QueryTyper typer(scope);
  QueryTyping typing{typer.type_select(select), {}};
  for_each_child(select.base, [&](const ProtobufCMessage& child) { typer.walk(child); });
  typing.objections = typer.take_objections();
  for (Objection& objection : typing.objections) objection.end = meant_end(text, objection.begin);
  return typing;
}

}  // namespace schemac::compiler::sql
