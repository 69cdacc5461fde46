// One walk over all messages of the tree: a SELECT is typed where it is met, once those in its FROM are,
// whose columns it names.
#include "sql/query_typing.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <map>
#include <set>

#include "sql/lexical.hpp"
#include "sql/message_walk.hpp"
#include "sql/parse_tree.hpp"
#include "sql/query_scope.hpp"
#include "sql/typer_state.hpp"

namespace schemac::compiler::sql {
namespace {

/// A scope that also knows columns of sub-queries, by the places where they are named.
class PlacedColumns final : public Scope {
 public:
  explicit PlacedColumns(const Scope& tables) : tables_(tables) {}

  void add(std::size_t at, std::string type) { types_.emplace(at, std::move(type)); }

  [[nodiscard]] std::string column_type(std::string_view column, std::size_t at) const override {
    const auto found = types_.find(at);
    return found == types_.end() ? tables_.column_type(column, at) : found->second;
  }
  [[nodiscard]] const std::vector<std::string>* enum_values(std::string_view name) const override {
    return tables_.enum_values(name);
  }
  [[nodiscard]] std::string value_mistake(std::string_view text, std::string_view type) const override {
    return tables_.value_mistake(text, type);
  }
  [[nodiscard]] bool defines_function(std::string_view name) const override {
    return tables_.defines_function(name);
  }
  [[nodiscard]] bool has_extension(std::string_view name) const override {
    return tables_.has_extension(name);
  }
  [[nodiscard]] bool has_unknown_parts() const override { return tables_.has_unknown_parts(); }

 private:
  const Scope& tables_;
  std::map<std::size_t, std::string> types_;
};

class QueryTyper {
 public:
  explicit QueryTyper(const Scope& scope) : columns_(scope), typer_(columns_, Place::query) {}

  /// What the SELECT makes, as a column has it.
  std::vector<std::string> type_select(const PgQuery__SelectStmt& select) {
    typed_.insert(&select);
    SubQueries sources;
    for (std::size_t i = 0; i < select.n_from_clause; ++i) add_source(*select.from_clause[i], sources);
    if (!sources.empty())
      for_each_child(select.base, [&](const ProtobufCMessage& child) { place(child, sources); });
    std::vector<std::string> outputs;
    for (std::size_t i = 0; i < select.n_target_list; ++i) {
      const TypeId type = typer_.visit(select.target_list[i]->res_target->val);
      const TypeId kept = type == typer_.types().literal() ? typer_.types().text() : type;
      outputs.push_back(kept == kNoType ? "" : typer_.types().printed(kept));
    }
    typer_.expect_boolean(select.where_clause, "WHERE");
    typer_.expect_boolean(select.having_clause, "HAVING");
    for_each_child(select.base, [this](const ProtobufCMessage& child) { walk(child); });
    return outputs;
  }

  std::vector<Objection> take_objections() { return std::move(typer_.objections()); }

 private:
  /// The columns of the sub-queries in a FROM, by their aliases.
  using SubQueries = std::map<std::string_view, std::map<std::string, std::string>>;

  void add_source(const PgQuery__Node& node, SubQueries& sources) {
    if (node.node_case == PG_QUERY__NODE__NODE_JOIN_EXPR) {
      add_source(*node.join_expr->larg, sources);
      add_source(*node.join_expr->rarg, sources);
    }
    if (node.node_case != PG_QUERY__NODE__NODE_RANGE_SUBSELECT) return;
    const PgQuery__RangeSubselect& source = *node.range_subselect;
    const PgQuery__SelectStmt& select = *source.subquery->select_stmt;
    if (source.alias == nullptr || source.alias->n_colnames > 0) return;
    const std::vector<std::string> types = type_select(select);
    auto& columns = sources[source.alias->aliasname];
    for (std::size_t i = 0; i < types.size(); ++i)
      columns.emplace(output_name(*select.target_list[i]->res_target), types[i]);
  }

  /// Notes where the columns of the sub-queries are named, but not within others, which may have names of
  /// their own.
  void place(const ProtobufCMessage& message, const SubQueries& sources) {
    if (message.descriptor == &pg_query__select_stmt__descriptor) return;
    if (message.descriptor == &pg_query__column_ref__descriptor) {
      const auto& column = reinterpret_cast<const PgQuery__ColumnRef&>(message);
      const auto source = column.n_fields == 2 ? sources.find(last_part(column.fields, 1)) : sources.end();
      if (source == sources.end()) return;
      const auto found = source->second.find(std::string(last_part(column.fields, 2)));
      if (found != source->second.end())
        columns_.add(static_cast<std::size_t>(column.location), found->second);
    }
    for_each_child(message, [&](const ProtobufCMessage& child) { place(child, sources); });
  }

  void walk(const ProtobufCMessage& message) {
    if (message.descriptor == &pg_query__select_stmt__descriptor) {
      const auto& select = reinterpret_cast<const PgQuery__SelectStmt&>(message);
      if (!typed_.contains(&select)) type_select(select);
      return;
    }
    if (message.descriptor == &pg_query__join_expr__descriptor)
      typer_.expect_boolean(reinterpret_cast<const PgQuery__JoinExpr&>(message).quals, "what joins");
    for_each_child(message, [this](const ProtobufCMessage& child) { walk(child); });
  }

  PlacedColumns columns_;
  Typer typer_;
  std::set<const PgQuery__SelectStmt*> typed_;
};

}  // namespace

QueryTyping type_query(std::string_view text, const Scope& scope) {
  const auto parsed = ParseTree::parse(std::string(text));
  QueryTyper typer(scope);
  QueryTyping typing{typer.type_select(*std::get<ParseTree>(parsed).statement()->select_stmt), {}};
  typing.objections = typer.take_objections();
  for (Objection& objection : typing.objections) objection.end = meant_end(text, objection.begin);
  return typing;
}

}  // namespace schemac::compiler::sql
