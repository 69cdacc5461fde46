// Parses a script in one go and reads its statements one by one. How deep a statement may nest is measured
// first, because the parser's recursion has no limit of its own.
#include "sql/script.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "sql/lexical.hpp"
#include "sql/message_walk.hpp"
#include "sql/parse_tree.hpp"
#include "sql/statement.hpp"
#include "sql/table_actions.hpp"

namespace schemac::compiler::sql {
namespace {

using NodeList = PgQuery__Node* const*;

/// Operators of one list item are nested in one another, those of its neighbours are not: a thousand rows of
/// VALUES are flat.
std::optional<SqlError> too_deep(std::string_view text) {
  std::vector<std::size_t> levels = {0};
  std::size_t sum = 0;
  for (std::size_t at = blank_end(text, 0); at < text.size();) {
    const std::size_t end = std::max(token_end(text, at), at + 1);
    const char c = text[at];
    if (c == '(' || c == '[') {
      levels.push_back(1);
      ++sum;
    } else if ((c == ')' || c == ']') && levels.size() > 1) {
      sum -= levels.back();
      levels.pop_back();
    } else if (c == ',' || c == ';') {
      sum -= levels.back();
      levels.back() = 0;
    } else {
      ++levels.back();
      ++sum;
    }
    constexpr std::size_t kDeepest = 4 * kMaxOperators;  // words that are no operators are counted as well
    if (sum > kDeepest) return SqlError{"this statement is too deep to be read", at, end};
    at = blank_end(text, end);
  }
  return std::nullopt;
}

std::string_view last_string(NodeList names, std::size_t count) {
  if (count == 0 || names[count - 1]->node_case != PG_QUERY__NODE__NODE_STRING) return {};
  return names[count - 1]->string->sval;
}

/// "public.stage" of a list of names.
std::string joined(NodeList names, std::size_t count) {
  const std::string schema = count > 1 ? std::string(last_string(names, count - 1)) : "public";
  return schema + "." + std::string(last_string(names, count));
}

struct NameList {
  NodeList items = nullptr;
  std::size_t count = 0;
};

/// The name of what DROP names, which the parser gives in a form of each kind's own.
NameList names_of(const PgQuery__Node& object) {
  switch (object.node_case) {
    case PG_QUERY__NODE__NODE_LIST:
      return {object.list->items, object.list->n_items};
    case PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS:
      return {object.object_with_args->objname, object.object_with_args->n_objname};
    case PG_QUERY__NODE__NODE_TYPE_NAME:
      return {object.type_name->names, object.type_name->n_names};
    default:
      return {};
  }
}

bool option_is_on(NodeList options, std::size_t count, std::string_view name) {
  return std::any_of(options, options + count, [&](const PgQuery__Node* option) {
    if (option->node_case != PG_QUERY__NODE__NODE_DEF_ELEM || option->def_elem->defname != name) return false;
    const PgQuery__Node* value = option->def_elem->arg;
    const bool off =
        value != nullptr && value->node_case == PG_QUERY__NODE__NODE_STRING &&
        (std::strcmp(value->string->sval, "off") == 0 || std::strcmp(value->string->sval, "false") == 0);
    return !off;
  });
}

class StatementReader {
 public:
  StatementReader(const PgQuery__Node& node, const ActionPlaces& places) : node_(node), places_(places) {}

  std::vector<Action> read() {
    if (!read_table_statement() && !read_removal() && !read_whole_object()) read_session();
    if (actions_.empty()) add(Act::other);
    return std::move(actions_);
  }

 private:
  Action& add(Act act) {
    actions_.push_back({});
    actions_.back().act = act;
    places_.point(actions_.back(), -1);
    return actions_.back();
  }

  Action& add(Act act, const PgQuery__RangeVar* table) {
    if (table == nullptr) return add(act);
    actions_.push_back(on_table(act, *table, places_));
    return actions_.back();
  }

  bool read_table_statement() {
    switch (node_.node_case) {
      case PG_QUERY__NODE__NODE_CREATE_STMT:
        append_actions(*node_.create_stmt, places_, actions_);
        return true;
      case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
        add(Act::create_table, node_.create_table_as_stmt->into->rel);
        return true;
      case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
        append_actions(*node_.alter_table_stmt, places_, actions_);
        return true;
      case PG_QUERY__NODE__NODE_INDEX_STMT:
        read_index(*node_.index_stmt);
        return true;
      case PG_QUERY__NODE__NODE_RENAME_STMT:
        read_rename(*node_.rename_stmt);
        return true;
      case PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT:
        add(Act::set_schema, node_.alter_object_schema_stmt->relation).other =
            node_.alter_object_schema_stmt->newschema;
        return true;
      default:
        return false;
    }
  }

  /// Of a partitioned table ONLY: there is nothing to build yet.
  void read_index(const PgQuery__IndexStmt& index) {
    Action& action = add(index.relation->inh != 0 ? Act::create_index : Act::other, index.relation);
    action.name = index.idxname;
    action.concurrently = index.concurrent != 0;
  }

  void read_rename(const PgQuery__RenameStmt& rename) {
    Act act = Act::other;
    if (rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) act = Act::rename_column;
    if (rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE ||
        rename.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_VIEW)
      act = Act::rename_table;
    Action& action = add(act, rename.relation);
    action.name = rename.subname;
    action.other = rename.newname;
    if (act == Act::rename_column) places_.point_at(action, action.name);
  }

  bool read_removal() {
    switch (node_.node_case) {
      case PG_QUERY__NODE__NODE_DROP_STMT:
        read_drop(*node_.drop_stmt);
        return true;
      case PG_QUERY__NODE__NODE_DROPDB_STMT:
        add(Act::drop_database).object = node_.dropdb_stmt->dbname;
        return true;
      case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
        for (std::size_t i = 0; i < node_.truncate_stmt->n_relations; ++i) {
          add(Act::truncate, node_.truncate_stmt->relations[i]->range_var).cascade =
              node_.truncate_stmt->behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
        }
        return true;
      case PG_QUERY__NODE__NODE_UPDATE_STMT:
        if (node_.update_stmt->where_clause == nullptr) add(Act::write_all, node_.update_stmt->relation);
        return true;
      case PG_QUERY__NODE__NODE_DELETE_STMT:
        if (node_.delete_stmt->where_clause == nullptr) add(Act::write_all, node_.delete_stmt->relation);
        return true;
      default:
        return false;
    }
  }

  void read_drop(const PgQuery__DropStmt& drop) {
    Act act = Act::drop_object;
    if (drop.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) act = Act::drop_table;
    if (drop.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX) act = Act::drop_index;
    for (std::size_t i = 0; i < drop.n_objects; ++i) {
      Action& action = add(act);
      const NameList names = names_of(*drop.objects[i]);
      action.object = joined(names.items, names.count);
      places_.point_at(action, last_string(names.items, names.count));
      action.concurrently = drop.concurrent != 0;
      action.cascade = drop.behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
    }
  }

  bool read_whole_object() {
    switch (node_.node_case) {
      case PG_QUERY__NODE__NODE_REINDEX_STMT:
        add(Act::reindex, node_.reindex_stmt->relation).concurrently =
            option_is_on(node_.reindex_stmt->params, node_.reindex_stmt->n_params, "concurrently");
        return true;
      case PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT:
        add(Act::refresh_view, node_.refresh_mat_view_stmt->relation).concurrently =
            node_.refresh_mat_view_stmt->concurrent != 0 || node_.refresh_mat_view_stmt->skip_data != 0;
        return true;
      case PG_QUERY__NODE__NODE_CLUSTER_STMT:
        add(Act::rewrite_table, node_.cluster_stmt->relation);
        return true;
      case PG_QUERY__NODE__NODE_VACUUM_STMT:
        read_vacuum(*node_.vacuum_stmt);
        return true;
      case PG_QUERY__NODE__NODE_LOCK_STMT:
        add(Act::lock_table, node_.lock_stmt->relations[0]->range_var);
        return true;
      case PG_QUERY__NODE__NODE_ALTER_ENUM_STMT:
        read_enum(*node_.alter_enum_stmt);
        return true;
      case PG_QUERY__NODE__NODE_ALTER_DOMAIN_STMT:
        read_domain(*node_.alter_domain_stmt);
        return true;
      default:
        return false;
    }
  }

  void read_vacuum(const PgQuery__VacuumStmt& vacuum) {
    if (vacuum.is_vacuumcmd == 0) return;
    const bool full = option_is_on(vacuum.options, vacuum.n_options, "full");
    const PgQuery__RangeVar* table = vacuum.n_rels == 0 ? nullptr : vacuum.rels[0]->vacuum_relation->relation;
    add(full ? Act::rewrite_table : Act::stands_alone, table);
  }

  void read_enum(const PgQuery__AlterEnumStmt& statement) {
    if (statement.old_val[0] != '\0') return;  // a value is renamed
    Action& action = add(Act::add_enum_value);
    action.object = joined(statement.type_name, statement.n_type_name);
    action.name = statement.new_val;
    action.other = statement.new_val_neighbor;
    places_.point_at(action, "'" + action.name + "'");
  }

  void read_domain(const PgQuery__AlterDomainStmt& statement) {
    const std::string_view what = statement.subtype;  // C and O: a constraint, NOT NULL
    if (what == "V") return;
    Action& action = add(what == "C" || what == "O" ? Act::add_domain_check : Act::other);
    action.object = joined(statement.type_name, statement.n_type_name);
    if (statement.def != nullptr && statement.def->node_case == PG_QUERY__NODE__NODE_CONSTRAINT) {
      action.not_valid = statement.def->constraint->skip_validation != 0;
      action.name = statement.def->constraint->conname;
    }
  }

  void read_session() {
    switch (node_.node_case) {
      case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
        read_transaction(node_.transaction_stmt->kind);
        break;
      case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
        if (node_.variable_set_stmt->name == std::string_view("lock_timeout")) add(Act::set_lock_timeout);
        break;
      case PG_QUERY__NODE__NODE_CREATEDB_STMT:
      case PG_QUERY__NODE__NODE_ALTER_SYSTEM_STMT:
      case PG_QUERY__NODE__NODE_CREATE_TABLE_SPACE_STMT:
      case PG_QUERY__NODE__NODE_DROP_TABLE_SPACE_STMT:
        add(Act::stands_alone);
        break;
      case PG_QUERY__NODE__NODE_DO_STMT:
        add(Act::run_block);
        break;
      default:
        break;
    }
  }

  void read_transaction(PgQuery__TransactionStmtKind kind) {
    if (kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_BEGIN ||
        kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_START)
      add(Act::begin);
    if (kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_COMMIT ||
        kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_ROLLBACK ||
        kind == PG_QUERY__TRANSACTION_STMT_KIND__TRANS_STMT_PREPARE)
      add(Act::end);
  }

  const PgQuery__Node& node_;
  const ActionPlaces& places_;
  std::vector<Action> actions_;
};

void collect_literals(const ProtobufCMessage& message, std::vector<std::string>& literals) {
  if (message.descriptor == &pg_query__a__const__descriptor) {
    const auto& constant = reinterpret_cast<const PgQuery__AConst&>(message);
    if (constant.val_case == PG_QUERY__A__CONST__VAL_SVAL) literals.emplace_back(constant.sval->sval);
  }
  for_each_child(message, [&](const ProtobufCMessage& child) { collect_literals(child, literals); });
}

}  // namespace

std::variant<std::vector<ScriptStatement>, SqlError> read_script(const std::string& text) {
  if (const auto nul = text.find('\0'); nul != std::string::npos)
    return SqlError{"SQL text holds no NUL", nul, nul + 1};
  if (auto mistake = too_deep(text)) return *std::move(mistake);
  auto parsed = ParseTree::parse(text);
  if (auto* error = std::get_if<SqlError>(&parsed)) {
    error->end = std::max(token_end(text, error->begin), error->begin);
    return *error;
  }
  std::vector<ScriptStatement> statements;
  for (const PlacedStatement& each : std::get<ParseTree>(parsed).statements()) {
    ScriptStatement statement;
    statement.begin = blank_end(text, each.begin);
    statement.end = each.end == each.begin ? text.size() : each.end;
    statement.actions = StatementReader(*each.node, {text, statement.begin, statement.end}).read();
    collect_literals(each.node->base, statement.literals);
    statements.push_back(std::move(statement));
  }
  return statements;
}

}  // namespace schemac::compiler::sql
