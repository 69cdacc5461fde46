// A scope holds what a FROM brings in: tables, whose columns somebody knows, and everything else
// (sub-queries, functions, WITH queries), whose columns this file does not work out. A name is only taken for
// a column of a table where nothing else in reach could have it: better to accuse too little than wrongly.
#include "sql/query_scope.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <set>

#include "sql/lexical.hpp"
#include "sql/message_walk.hpp"

namespace schemac::compiler::sql {
namespace {

struct Item {
  std::string alias;
  std::optional<std::size_t> relation;  // nothing: its columns are not known
  bool outer = false;
};

struct NameScope {
  const NameScope* above = nullptr;
  std::vector<Item> items;
  std::set<std::string> ctes;
  std::set<std::string> outputs;  // names that ORDER BY and GROUP BY may use
  bool sees_outputs = false;
  bool opaque = false;  // holds something that no item stands for
};

std::string_view text_of(const PgQuery__Node* node) {
  return node->node_case == PG_QUERY__NODE__NODE_STRING ? node->string->sval : std::string_view();
}

std::size_t place_of(std::int32_t location) {
  return static_cast<std::size_t>(std::max(location, 0));
}

template <class Message>
const ProtobufCMessage* base_of(const Message* message) {
  return message == nullptr ? nullptr : &message->base;
}

/// The name that PostgreSQL gives a column of the result; empty where it has none of its own.
std::string figured_name(const PgQuery__Node& value) {
  switch (value.node_case) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return std::string(text_of(value.column_ref->fields[value.column_ref->n_fields - 1]));
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return std::string(text_of(value.func_call->funcname[value.func_call->n_funcname - 1]));
    case PG_QUERY__NODE__NODE_TYPE_CAST: {
      const std::string inner = figured_name(*value.type_cast->arg);
      const PgQuery__TypeName& type = *value.type_cast->type_name;
      return inner.empty() ? std::string(text_of(type.names[type.n_names - 1])) : inner;
    }
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return "coalesce";
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return "case";
    default:
      return {};
  }
}

class Resolver {
 public:
  Resolver(std::string_view text, Query& query) : text_(text), query_(query) {}

  void visit(const ProtobufCMessage* message, NameScope& scope) {
    if (message == nullptr) return;
    const ProtobufCMessageDescriptor* type = message->descriptor;
    if (type == &pg_query__select_stmt__descriptor) {
      return visit_select(reinterpret_cast<const PgQuery__SelectStmt&>(*message), &scope, false);
    }
    if (type == &pg_query__column_ref__descriptor) {
      return visit_column(reinterpret_cast<const PgQuery__ColumnRef&>(*message), scope);
    }
    if (type == &pg_query__range_var__descriptor) {
      add_relation(reinterpret_cast<const PgQuery__RangeVar&>(*message), scope, false);
      return;
    }
    if (type == &pg_query__locking_clause__descriptor) return;  // names aliases
    if (type == &pg_query__func_call__descriptor) {
      const auto& call = reinterpret_cast<const PgQuery__FuncCall&>(*message);
      query_.functions.emplace_back(text_of(call.funcname[call.n_funcname - 1]));
    }
    if (type == &pg_query__with_clause__descriptor) {
      return visit_with(reinterpret_cast<const PgQuery__WithClause&>(*message), scope);
    }
    for_each_child(*message, [&](const ProtobufCMessage& child) { visit(&child, scope); });
  }

  void visit_select(const PgQuery__SelectStmt& select, const NameScope* above, bool outermost) {
    NameScope scope;
    scope.above = above;
    visit(base_of(select.with_clause), scope);
    if (select.larg != nullptr) {  // of a UNION; its ORDER BY names nothing but columns of the result
      visit_select(*select.larg, &scope, outermost);
      visit_select(*select.rarg, &scope, false);
      return;
    }
    for (std::size_t i = 0; i < select.n_from_clause; ++i) add_item(*select.from_clause[i], scope, false);
    for (std::size_t i = 0; i < select.n_target_list; ++i) {
      const std::string name = output_name(*select.target_list[i]->res_target);
      if (!name.empty()) scope.outputs.insert(name);
      if (outermost) add_output(*select.target_list[i]->res_target, name, scope);
    }
    visit_clauses(select, scope);
  }

 private:
  void visit_list(PgQuery__Node* const* nodes, std::size_t count, NameScope& scope) {
    for (std::size_t i = 0; i < count; ++i) visit(&nodes[i]->base, scope);
  }

  void visit_clauses(const PgQuery__SelectStmt& select, NameScope& scope) {
    visit_list(select.target_list, select.n_target_list, scope);
    visit(base_of(select.where_clause), scope);
    visit(base_of(select.having_clause), scope);
    visit_list(select.window_clause, select.n_window_clause, scope);
    visit_list(select.values_lists, select.n_values_lists, scope);
    visit(base_of(select.limit_offset), scope);
    visit(base_of(select.limit_count), scope);
    scope.sees_outputs = true;
    visit_list(select.distinct_clause, select.n_distinct_clause, scope);
    visit_list(select.group_clause, select.n_group_clause, scope);
    visit_list(select.sort_clause, select.n_sort_clause, scope);
    scope.sees_outputs = false;
  }

  void visit_with(const PgQuery__WithClause& with, NameScope& scope) {
    for (std::size_t i = 0; with.recursive != 0 && i < with.n_ctes; ++i) {  // these know each other
      scope.ctes.insert(with.ctes[i]->common_table_expr->ctename);
    }
    for (std::size_t i = 0; i < with.n_ctes; ++i) {
      const PgQuery__CommonTableExpr& cte = *with.ctes[i]->common_table_expr;
      visit(base_of(cte.ctequery), scope);
      scope.ctes.insert(cte.ctename);
    }
  }

  static bool is_cte(const std::string& name, const NameScope& scope) {
    for (const NameScope* at = &scope; at != nullptr; at = at->above) {
      if (at->ctes.contains(name)) return true;
    }
    return false;
  }

  /// Its index in the query's relations; nothing for a WITH query.
  std::optional<std::size_t> add_relation(const PgQuery__RangeVar& range, NameScope& scope, bool outer) {
    const std::string schema = range.schemaname;
    Item item{range.alias != nullptr ? range.alias->aliasname : range.relname, std::nullopt, outer};
    if (!schema.empty() || !is_cte(range.relname, scope)) {
      const std::size_t begin = place_of(range.location);
      query_.relations.push_back({schema, range.relname, begin, name_end(text_, begin)});
      const bool renamed = range.alias != nullptr && range.alias->n_colnames > 0;
      if (!renamed) item.relation = query_.relations.size() - 1;
    }
    scope.items.push_back(std::move(item));
    return scope.items.back().relation;
  }

  static void add_opaque(const PgQuery__Alias* alias, NameScope& scope) {
    if (alias == nullptr) {
      scope.opaque = true;
    } else {
      scope.items.push_back({alias->aliasname, std::nullopt, false});
    }
  }

  void add_item(const PgQuery__Node& node, NameScope& scope, bool outer) {
    switch (node.node_case) {
      case PG_QUERY__NODE__NODE_RANGE_VAR:
        add_relation(*node.range_var, scope, outer);
        break;
      case PG_QUERY__NODE__NODE_JOIN_EXPR:
        add_join(*node.join_expr, scope, outer);
        break;
      case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE:
        add_item(*node.range_table_sample->relation, scope, outer);
        break;
      case PG_QUERY__NODE__NODE_RANGE_SUBSELECT:
        add_subquery(*node.range_subselect, scope);
        break;
      case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
        add_function(*node.range_function, scope);
        break;
      default:  // XMLTABLE and what is to come
        scope.opaque = true;
        visit(&node.base, scope);
        break;
    }
  }

  /// Unless it is LATERAL, it does not see what stands beside it.
  void add_subquery(const PgQuery__RangeSubselect& source, NameScope& scope) {
    NameScope outside;
    outside.above = scope.above;
    outside.ctes = scope.ctes;
    visit(base_of(source.subquery), source.lateral != 0 ? scope : outside);
    add_opaque(source.alias, scope);
  }

  void add_join(const PgQuery__JoinExpr& join, NameScope& scope, bool outer) {
    const bool left =
        join.jointype == PG_QUERY__JOIN_TYPE__JOIN_RIGHT || join.jointype == PG_QUERY__JOIN_TYPE__JOIN_FULL;
    const bool right =
        join.jointype == PG_QUERY__JOIN_TYPE__JOIN_LEFT || join.jointype == PG_QUERY__JOIN_TYPE__JOIN_FULL;
    add_item(*join.larg, scope, outer || left);
    add_item(*join.rarg, scope, outer || right);
    if (join.alias != nullptr) add_opaque(join.alias, scope);
    if (join.join_using_alias != nullptr) add_opaque(join.join_using_alias, scope);
    if (join.is_natural != 0 || join.n_using_clause > 0) merged_ = true;
    visit(base_of(join.quals), scope);
  }

  /// A function in FROM is known by its alias, or else by its own name.
  void add_function(const PgQuery__RangeFunction& function, NameScope& scope) {
    visit_list(function.functions, function.n_functions, scope);
    add_opaque(function.alias, scope);
    scope.opaque = true;
  }

  void visit_column(const PgQuery__ColumnRef& column, NameScope& scope) {
    const std::string name(text_of(column.fields[column.n_fields - 1]));
    if (name.empty()) return check_star(column, scope);
    const std::size_t begin = place_of(column.location);
    const std::size_t end = name_end(text_, begin);
    if (column.n_fields == 1) {
      if (auto candidates = in_reach(name, scope)) query_.columns.push_back({name, begin, end, *candidates});
    } else if (column.n_fields == 2) {
      const std::string table(text_of(column.fields[0]));
      const Item* item = item_of(table, scope);
      if (item != nullptr && item->relation) query_.columns.push_back({name, begin, end, {*item->relation}});
      if (item == nullptr && !any_opaque(scope))
        query_.unknown.push_back({table, begin, begin + table.size()});
    }
  }

  void check_star(const PgQuery__ColumnRef& column, NameScope& scope) {
    if (column.n_fields != 2) return;
    const std::string table(text_of(column.fields[0]));
    const std::size_t begin = place_of(column.location);
    if (item_of(table, scope) == nullptr && !any_opaque(scope)) {
      query_.unknown.push_back({table, begin, begin + table.size()});
    }
  }

  static bool any_opaque(const NameScope& scope) {
    for (const NameScope* at = &scope; at != nullptr; at = at->above) {
      if (at->opaque) return true;
    }
    return false;
  }

  static const Item* item_of(const std::string& alias, const NameScope& scope) {
    for (const NameScope* at = &scope; at != nullptr; at = at->above) {
      for (const Item& item : at->items) {
        if (item.alias == alias) return &item;
      }
    }
    return nullptr;
  }

  /// The relations that a bare column name may belong to; nothing where it may be something else.
  static std::optional<std::vector<std::size_t>> in_reach(const std::string& name, const NameScope& scope) {
    std::vector<std::size_t> candidates;
    for (const NameScope* at = &scope; at != nullptr; at = at->above) {
      if (at->opaque || (at->sees_outputs && at->outputs.contains(name))) return std::nullopt;
      for (const Item& item : at->items) {
        if (!item.relation || item.alias == name) return std::nullopt;
        candidates.push_back(*item.relation);
      }
    }
    if (candidates.empty()) return std::nullopt;
    return candidates;
  }

  void add_output(const PgQuery__ResTarget& target, const std::string& name, const NameScope& scope) {
    OutputColumn output;
    output.name = name;
    const PgQuery__Node* value = target.val;
    if (value != nullptr && value->node_case == PG_QUERY__NODE__NODE_TYPE_CAST) {
      output.cast = cast_text(*value->type_cast);
    } else if (value != nullptr && value->node_case == PG_QUERY__NODE__NODE_COLUMN_REF) {
      describe_column(*value->column_ref, scope, output);
    }
    query_.outputs.push_back(std::move(output));
  }

  void describe_column(const PgQuery__ColumnRef& column, const NameScope& scope, OutputColumn& output) const {
    output.column = text_of(column.fields[column.n_fields - 1]);
    output.star = output.column.empty();
    output.opaque = scope.opaque || (output.star && column.n_fields == 1 && merged_);
    const std::string table(column.n_fields == 2 ? text_of(column.fields[0]) : std::string_view());
    for (const Item& item : scope.items) {
      if (!table.empty() && item.alias != table) continue;
      if (!item.relation) {
        output.opaque = true;
      } else {
        output.relations.push_back(*item.relation);
      }
      output.outer = output.outer || item.outer;
    }
    if (column.n_fields > 2) output.opaque = true;
  }

  /// The type behind `::`, or of CAST(… AS type), as it is written.
  std::string cast_text(const PgQuery__TypeCast& cast) const {
    const std::size_t begin = place_of(cast.type_name->location);
    std::size_t end = begin;
    int depth = 0;
    while (end < text_.size()) {
      const char c = text_[end];
      if (c == '(' || c == '[') ++depth;
      if (depth == 0 && (c == ',' || c == ')' || c == ';')) break;
      if (c == ')' || c == ']') --depth;
      const std::size_t next = token_end(text_, end);
      if (depth == 0 && is_end_word(text_.substr(end, next - end))) break;
      end = next;
    }
    std::string type(text_.substr(begin, end - begin));
    while (!type.empty() && (type.back() == ' ' || type.back() == '\n')) type.pop_back();
    return type;
  }

  static bool is_end_word(std::string_view token) {
    return token == "AS" || token == "as" || token == "FROM" || token == "from";
  }

  std::string_view text_;
  Query& query_;
  bool merged_ = false;  // columns of a USING or NATURAL join stand once in *
};

}  // namespace

std::string output_name(const PgQuery__ResTarget& target) {
  if (target.name[0] != '\0') return target.name;
  return target.val == nullptr ? std::string() : figured_name(*target.val);
}

void resolve_names(const ProtobufCMessage& statement, std::string_view text, Query& query) {
  Resolver resolver(text, query);
  NameScope scope;
  if (statement.descriptor == &pg_query__select_stmt__descriptor) {
    resolver.visit_select(reinterpret_cast<const PgQuery__SelectStmt&>(statement), nullptr, true);
  } else {
    resolver.visit(&statement, scope);
  }
}

}  // namespace schemac::compiler::sql
