// CREATE TRIGGER, written.
#include "objects/trigger_sql.hpp"

#include "objects/firing.hpp"
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

std::string statement(const model::ObjectId& id, const Trigger& trigger) {
  if (!trigger.definition.empty()) return trigger.definition;
  std::string sql = trigger.constraint ? "CREATE CONSTRAINT TRIGGER " : "CREATE TRIGGER ";
  sql += support::quote_identifier(id.part) + "\n    " + std::string(name(trigger.timing)) + " " +
         events_sql(trigger) + " ON " + id.qualified_name();
  if (trigger.constraint) sql += "\n   " + deferrable_clause(trigger.deferrable);
  sql += transition_sql(trigger);
  sql += trigger.for_each_row ? "\n    FOR EACH ROW" : "\n    FOR EACH STATEMENT";
  if (!trigger.when.empty()) sql += "\n    WHEN (" + trigger.when + ")";
  return sql + "\n    " + call_sql(trigger);
}

std::string alter_table(const model::ObjectId& id) {
  return "ALTER TABLE " + id.qualified_name() + " ";
}

std::string words(const model::ObjectId& id) {
  return " TRIGGER " + support::quote_identifier(id.part);
}

}  // namespace

std::string create_trigger(const model::ObjectId& id, const Trigger& trigger) {
  return statement(id, trigger) + then_firing(trigger.firing, alter_table(id), words(id));
}

model::Alteration alter_trigger(const model::ObjectId& id, const Trigger& from, const Trigger& to) {
  const std::string sql = statement(id, to);
  if (sql == statement(id, from))
    return model::Alteration::in_place({{id, alter_table(id) + std::string(name(to.firing)) + words(id)}});
  if (from.constraint || to.constraint) return model::Alteration::replace();
  // What replaces a trigger fires in ordinary sessions, however the old one did.
  return model::Alteration::in_place(
      {{id, or_replace(sql) + then_firing(to.firing, alter_table(id), words(id)), trigger_lock(id)}});
}

std::string trigger_lock(const model::ObjectId& id) {
  return "SHARE ROW EXCLUSIVE on " + id.qualified_name();
}

}  // namespace schemac::compiler::objects
