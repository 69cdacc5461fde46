// The audit table as docs/definitions.md describes it.
#include "acceptance/catalogue/audit.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace schemac::testing {
namespace {

ColumnDefinition column(std::string name, std::string type, bool nullable, std::string doc) {
  ColumnDefinition out;
  out.name = std::move(name);
  out.type = std::move(type);
  out.nullable = nullable;
  out.doc = std::move(doc);
  return out;
}

TableDefinition entries_of(const std::string& audited, bool chain) {
  TableDefinition table;
  table.name = audited + "_audit";
  table.doc = "Who changed which row of " + audited + ", when, from what and into what.";
  table.columns = {
      column("id", "bigint", false, "Entries are read in this order."),
      column("changed_at", "timestamptz", false, "When the transaction began."),
      column("changed_by", "text", false, "The user whom the request was for, or the role of the session."),
      column("operation", "text", false, "insert, update, delete or truncate."),
      column("row_key", "jsonb", true,
             "The key of the row as it was before; NULL for truncate, which removes all rows."),
      column("old_row", "jsonb", true, "The row before; NULL for an insert."),
      column("new_row", "jsonb", true, "The row after; NULL for a delete.")};
  table.columns[1].default_sql = "now()";
  if (!chain) table.columns[0].identity = "always";
  if (chain) {
    table.columns.push_back(
        column("previous_hash", "bytea", false, "The hash of the entry before; of the first one, nothing."));
    table.columns.push_back(column("hash", "bytea", false, "SHA-256 of all else of the entry."));
  }
  table.primary_key = {"id"};
  table.checks = {{table.name + "_operation", "operation IN ('insert', 'update', 'delete', 'truncate')"}};
  table.indexes = {{"btree", false, {"row_key", "id"}, {}, {}}};
  return table;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
  return out;
}

void add_function(const std::string& signature, const std::string& doc, Definitions& definitions) {
  auto& functions = definitions.functions;
  const bool known = std::any_of(functions.begin(), functions.end(),
                                 [&](const FunctionDefinition& f) { return f.signature == signature; });
  if (!known) functions.push_back({signature, {}, doc});
}

void add_functions(bool chain, Definitions& definitions) {
  add_function(
      "audit_change()",
      "Records a change in the table beside the changed one that is called <table>_audit. Arguments: "
      "the columns of the key, those that are left out, those whose values are.",
      definitions);
  if (!chain) return;
  add_function("audit_chain()", "Numbers an audit entry and chains it to the one before.", definitions);
  add_function("audit_refuse()", "Refuses to change an audit entry.", definitions);
  add_function(
      "audit_chain_breaks(regclass)",
      "The entries of a chained audit table that are not what was recorded, or that follow on one that "
      "is missing. No row: the chain is whole. What is cut off at its end only a hash that was kept "
      "elsewhere shows.",
      definitions);
}

}  // namespace

void add_audit(const nlohmann::ordered_json& form, TableDefinition& table, Definitions& definitions) {
  const bool chain = form.value("chain", false);
  std::vector<std::string> left_out = form.value("exclude", std::vector<std::string>{});
  std::vector<std::string> personal;
  for (const ColumnDefinition& column : table.columns) {
    if (!column.generated.empty()) left_out.push_back(column.name);
    if (column.personal && !form.value("personal", false)) personal.push_back(column.name);
  }
  const std::string call = "audit_change('" + joined(table.primary_key) + "', '" + joined(left_out) + "', '" +
                           joined(personal) + "')";
  table.triggers.push_back({"audit", "AFTER INSERT OR DELETE OR UPDATE", call});
  table.triggers.push_back({"audit_truncate", "AFTER TRUNCATE", call, false});
  TableDefinition entries = entries_of(table.name, chain);
  if (chain) {
    entries.triggers.push_back({"chain", "BEFORE INSERT", "audit_chain()"});
    entries.triggers.push_back(
        {"append_only", "BEFORE DELETE OR UPDATE OR TRUNCATE", "audit_refuse()", false});
  }
  add_functions(chain, definitions);
  definitions.tables.push_back(std::move(entries));
}

}  // namespace schemac::testing
