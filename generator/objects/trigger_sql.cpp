// CREATE TRIGGER, written.
#include "objects/trigger_sql.hpp"

#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Trigger;

std::string events_sql(const Trigger& trigger) {
  std::string sql;
  for (const std::string& event : trigger.events) {
    if (!sql.empty()) sql += " OR ";
    for (const char c : event) sql += static_cast<char>(c - 'a' + 'A');
    if (event != "update" || trigger.of.empty()) continue;
    std::string columns;
    for (const std::string& column : trigger.of) {
      columns += (columns.empty() ? " OF " : ", ") + support::quote_identifier(column);
    }
    sql += columns;
  }
  return sql;
}

std::string transition_sql(const Trigger& trigger) {
  std::string sql;
  if (!trigger.old_table.empty()) sql += " OLD TABLE AS " + support::quote_identifier(trigger.old_table);
  if (!trigger.new_table.empty()) sql += " NEW TABLE AS " + support::quote_identifier(trigger.new_table);
  return sql.empty() ? sql : "\n    REFERENCING" + sql;
}

std::string call_sql(const Trigger& trigger) {
  std::string arguments;
  for (const std::string& argument : trigger.arguments) {
    arguments += (arguments.empty() ? "" : ", ") + support::quote_literal(argument);
  }
  return "EXECUTE FUNCTION " + support::quote_identifier(trigger.function_schema) + "." +
         support::quote_identifier(trigger.function) + "(" + arguments + ")";
}

}  // namespace

std::string create_trigger(const model::ObjectId& id, const Trigger& trigger) {
  std::string sql = trigger.constraint ? "CREATE CONSTRAINT TRIGGER " : "CREATE TRIGGER ";
  sql += support::quote_identifier(id.part) + "\n    " + std::string(name(trigger.timing)) + " " +
         events_sql(trigger) + " ON " + id.qualified_name();
  if (trigger.constraint) sql += "\n   " + deferrable_clause(trigger.deferrable);
  sql += transition_sql(trigger);
  sql += trigger.for_each_row ? "\n    FOR EACH ROW" : "\n    FOR EACH STATEMENT";
  if (!trigger.when.empty()) sql += "\n    WHEN (" + trigger.when + ")";
  return sql + "\n    " + call_sql(trigger);
}

}  // namespace schemac::compiler::objects
