// CREATE TABLE and ALTER TABLE, taken apart into actions: one for each column, constraint and command.
#include "sql/table_actions.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <array>

#include "sql/facts.hpp"
#include "sql/lexical.hpp"
#include "sql/parse_tree.hpp"
#include "sql/signature_type.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::sql {
namespace {

/// "character varying(50)": as PostgreSQL prints it, but for parameters that stand last.
std::string printed_type(const PgQuery__TypeName& type) {
  SignatureType printed = signature_type(type);
  std::string parameters;
  for (std::size_t i = 0; i < type.n_typmods; ++i) {
    const PgQuery__Node& node = *type.typmods[i];
    if (node.node_case != PG_QUERY__NODE__NODE_A_CONST) continue;
    const bool number = node.a_const->val_case == PG_QUERY__A__CONST__VAL_IVAL;
    if (number) parameters += (parameters.empty() ? "" : ",") + std::to_string(node.a_const->ival->ival);
  }
  if (!parameters.empty()) printed.name += "(" + parameters + ")";
  return printed.text();
}

bool is_serial(const PgQuery__TypeName& type) {
  static constexpr std::array<std::string_view, 6> kSerials = {"serial",  "bigserial", "smallserial",
                                                               "serial4", "serial8",   "serial2"};
  const std::string name = signature_type(type).name;
  return std::find(kSerials.begin(), kSerials.end(), name) != kSerials.end();
}

/// A function that nobody knows may be anything.
bool may_be_volatile(std::string_view function) {
  const auto overloads = facts::functions(function);
  return overloads.empty() || std::any_of(overloads.begin(), overloads.end(),
                                          [](const FunctionFact& f) { return f.volatility == 'v'; });
}

bool is_volatile(const PgQuery__Node& expression) {
  const auto calls = find_mentions(expression, true).functions;
  return std::any_of(calls.begin(), calls.end(), [](const Mention& call) {
    return !call.name.empty() && may_be_volatile(call.name);  // without a name: CURRENT_DATE and its likes
  });
}

/// The column of `column IS NOT NULL`; empty where the check is another.
std::string column_never_null(const PgQuery__Node* check) {
  if (check == nullptr || check->node_case != PG_QUERY__NODE__NODE_NULL_TEST) return {};
  const PgQuery__NullTest& test = *check->null_test;
  const bool column = test.arg != nullptr && test.arg->node_case == PG_QUERY__NODE__NODE_COLUMN_REF &&
                      test.nulltesttype == PG_QUERY__NULL_TEST_TYPE__IS_NOT_NULL;
  if (!column || test.arg->column_ref->n_fields == 0) return {};
  const PgQuery__Node& last = *test.arg->column_ref->fields[test.arg->column_ref->n_fields - 1];
  return last.node_case == PG_QUERY__NODE__NODE_STRING ? last.string->sval : "";
}

class Reader {
 public:
  Reader(const PgQuery__RangeVar& table, const ActionPlaces& places, std::vector<Action>& actions)
      : table_(table), places_(places), actions_(actions) {}

  void read_column(Act act, const PgQuery__ColumnDef& column) {
    Action action = start(act, column.colname, column.location);
    if (column.type_name != nullptr) action.other = printed_type(*column.type_name);
    action.column.is_serial = column.type_name != nullptr && is_serial(*column.type_name);
    action.column.computed = action.column.is_serial;
    const std::size_t at = actions_.size();
    actions_.push_back(std::move(action));
    for (std::size_t i = 0; i < column.n_constraints; ++i) {
      const PgQuery__Constraint& constraint = *column.constraints[i]->constraint;
      read_trait(constraint, actions_[at].column);
      if (act == Act::add_column && checks_rows(constraint, actions_[at].column)) read_constraint(constraint);
    }
  }

  void read_constraint(const PgQuery__Constraint& constraint) {
    Action action = start(act_of(constraint.contype), constraint.conname, constraint.location);
    if (action.act == Act::other) return;
    action.not_valid = constraint.skip_validation != 0 || constraint.indexname[0] != '\0';
    action.other = column_never_null(constraint.raw_expr);
    action.column.not_null = !action.other.empty();
    actions_.push_back(std::move(action));
  }

  void read_command(const PgQuery__AlterTableCmd& command) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) {
      return read_column(Act::add_column, *command.def->column_def);
    }
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint) {
      return read_constraint(*command.def->constraint);
    }
    Action action = on_table(act_of(command.subtype), table_, places_);
    action.name = command.name;
    action.cascade = command.behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE;
    if (!action.name.empty()) places_.point_at(action, action.name);
    if (action.act == Act::set_type) action.other = printed_type(*command.def->column_def->type_name);
    if (command.def != nullptr && command.def->node_case == PG_QUERY__NODE__NODE_PARTITION_CMD) {
      action.name = object_name(*command.def->partition_cmd->name);
      action.concurrently = command.def->partition_cmd->concurrent != 0;
    }
    actions_.push_back(std::move(action));
  }

 private:
  Action start(Act act, std::string name, int location) const {
    Action action = on_table(act, table_, places_);
    action.name = std::move(name);
    places_.point(action, location);
    return action;
  }

  static void read_trait(const PgQuery__Constraint& constraint, ColumnTraits& column) {
    switch (constraint.contype) {
      case PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL:
        column.not_null = true;
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
        column.not_null = column.is_key = true;
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT:
        column.has_default = true;
        column.volatile_default = is_volatile(*constraint.raw_expr);
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY:
        column.is_key = column.computed = true;
        break;
      case PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED:
        column.computed = true;
        break;
      default:
        break;
    }
  }

  /// A reference of a column that is NULL in every row is known to hold.
  static bool checks_rows(const PgQuery__Constraint& constraint, const ColumnTraits& column) {
    return constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN || column.has_default;
  }

  static Act act_of(PgQuery__ConstrType type) {
    switch (type) {
      case PG_QUERY__CONSTR_TYPE__CONSTR_CHECK:
        return Act::add_check;
      case PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN:
        return Act::add_foreign_key;
      case PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY:
      case PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE:
        return Act::add_key;
      case PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION:
        return Act::add_exclusion;
      default:
        return Act::other;
    }
  }

  static Act act_of(PgQuery__AlterTableType type) {
    switch (type) {
      case PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn:
        return Act::drop_column;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
        return Act::set_type;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
        return Act::set_not_null;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
        return Act::drop_not_null;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint:
        return Act::validate;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition:
        return Act::attach_partition;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition:
        return Act::detach_partition;
      case PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged:
      case PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged:
      case PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod:
      case PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace:
        return Act::rewrite_table;
      default:
        return Act::other;
    }
  }

  const PgQuery__RangeVar& table_;
  const ActionPlaces& places_;
  std::vector<Action>& actions_;
};

/// The columns that the key of a CREATE TABLE names.
void mark_key(const PgQuery__Constraint& constraint, std::vector<Action>& actions) {
  if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY || constraint.n_keys != 1) return;
  for (Action& action : actions) {
    if (action.act == Act::define_column && action.name == constraint.keys[0]->string->sval)
      action.column.is_key = true;
  }
}

}  // namespace

void ActionPlaces::point(Action& action, int location) const {
  const bool known = location >= 0 && static_cast<std::size_t>(location) > begin;
  action.begin = known ? static_cast<std::size_t>(location) : begin;
  action.end = std::max(name_end(text, action.begin), action.begin + 1);
}

void ActionPlaces::point_at(Action& action, std::string_view name) const {
  const std::string quoted = support::quote_identifier(name);
  point(action, -1);
  for (std::size_t at = begin; at < end;) {
    const std::size_t after = std::max(token_end(text, at), at + 1);
    const std::string_view token = text.substr(at, after - at);
    if (token == name || token == quoted) {
      action.begin = at;
      action.end = after;
    }
    at = blank_end(text, after);
  }
}

std::string object_name(const PgQuery__RangeVar& table) {
  return std::string(table.schemaname[0] == '\0' ? "public" : table.schemaname) + "." + table.relname;
}

Action on_table(Act act, const PgQuery__RangeVar& table, const ActionPlaces& places) {
  Action action;
  action.act = act;
  action.object = object_name(table);
  action.no_schema = table.schemaname[0] == '\0' && table.relpersistence != std::string_view("t");
  places.point(action, table.location);
  return action;
}

void append_actions(const PgQuery__CreateStmt& statement, const ActionPlaces& places,
                    std::vector<Action>& actions) {
  actions.push_back(on_table(Act::create_table, *statement.relation, places));
  Reader reader(*statement.relation, places, actions);
  for (std::size_t i = 0; i < statement.n_table_elts; ++i) {
    const PgQuery__Node& element = *statement.table_elts[i];
    if (element.node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) {
      reader.read_column(Act::define_column, *element.column_def);
    } else if (element.node_case == PG_QUERY__NODE__NODE_CONSTRAINT) {
      mark_key(*element.constraint, actions);
    }
  }
}

void append_actions(const PgQuery__AlterTableStmt& statement, const ActionPlaces& places,
                    std::vector<Action>& actions) {
  const bool table = statement.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE;
  Reader reader(*statement.relation, places, actions);
  for (std::size_t i = 0; table && i < statement.n_cmds; ++i)
    reader.read_command(*statement.cmds[i]->alter_table_cmd);
}

}  // namespace schemac::compiler::sql
