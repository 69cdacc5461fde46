// Expected facts are put together from the definitions alone; only the spelling of types and expressions
// comes from PostgreSQL: each is put into a plain table without keys, and read back as text.
#include "acceptance/catalogue/facts.hpp"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "acceptance/catalogue/security.hpp"
#include "acceptance/catalogue/sql_literal.hpp"

namespace schemac::testing {
namespace {

/// "default bills.status" to what PostgreSQL makes of it.
using Spelling = std::map<std::string, std::string>;

const char* const kSpellingQuery = R"(
SELECT json_object_agg(what, text) FROM (
  SELECT 'type ' || a.attrelid::regclass || '.' || a.attname AS what, format_type(a.atttypid, a.atttypmod) AS text
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attnum > 0 AND c.relkind = 'r' AND c.oid >= 16384
  UNION ALL
  SELECT 'default ' || d.adrelid::regclass || '.' || a.attname, pg_get_expr(d.adbin, d.adrelid)
  FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
  UNION ALL
  SELECT 'check ' || conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND (conrelid <> 0 OR oid >= 16384)
  UNION ALL
  SELECT 'function ' || oid::regprocedure, pg_get_functiondef(oid) FROM pg_proc WHERE oid >= 16384
  UNION ALL
  SELECT 'base ' || oid::regtype, format_type(typbasetype, typtypmod) FROM pg_type WHERE typtype = 'd' AND oid >= 16384
  UNION ALL
  SELECT 'type default ' || oid::regtype, pg_get_expr(typdefaultbin, 0) FROM pg_type WHERE typdefaultbin IS NOT NULL
  UNION ALL
  SELECT concat('index ', indrelid::regclass, ' ', row_number() OVER (PARTITION BY indrelid ORDER BY indexrelid)),
         pg_get_indexdef(indexrelid)
  FROM pg_index WHERE indrelid::regclass::text NOT LIKE 'pg\_%') s)";

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

std::string column_sql(const ColumnDefinition& column) {
  std::string sql = column.name + " " + column.type;
  if (!column.default_sql.empty()) sql += " DEFAULT " + column.default_sql;
  if (!column.generated.empty()) sql += " GENERATED ALWAYS AS (" + column.generated + ") STORED";
  return sql;
}

/// Without a name: PostgreSQL's own choice is the name that is asked for.
std::string index_sql(const std::string& table, const IndexDefinition& index) {
  std::string sql = index.unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX";
  sql += " ON " + table + " USING " + index.method + " (" + joined(index.keys) + ")";
  if (!index.include.empty()) sql += " INCLUDE (" + joined(index.include) + ")";
  if (!index.predicate.empty()) sql += " WHERE " + index.predicate;
  return sql + ";\n";
}

/// A table of that name with nothing but what has to be spelled.
std::string table_sql(const TableDefinition& table) {
  std::vector<std::string> parts;
  for (const ColumnDefinition& column : table.columns) parts.push_back(column_sql(column));
  for (const CheckDefinition& check : table.checks) {
    if (!check.sql.empty()) parts.push_back("CONSTRAINT " + check.name + " CHECK (" + check.sql + ")");
  }
  std::string sql = "CREATE TABLE " + table.name + " (" + joined(parts) + ");\n";
  for (const IndexDefinition& index : table.indexes) sql += index_sql(table.name, index);
  return sql;
}

Spelling ask(const Definitions& definitions, TestDatabase& speller) {
  std::string sql;
  for (const std::string& extension : definitions.extensions) sql += "CREATE EXTENSION " + extension + ";\n";
  for (const EnumDefinition& type : definitions.enums) {
    std::vector<std::string> values;
    for (const std::string& value : type.values) values.push_back(sql_literal(value));
    sql += "CREATE TYPE " + type.name + " AS ENUM (" + joined(values) + ");\n";
  }
  speller.run_sql(sql + types_sql(definitions.security));
  for (const FunctionDefinition& function : definitions.functions) {
    if (!function.sql.empty()) speller.run_sql(function.sql);
  }
  for (const TableDefinition& table : definitions.tables) speller.run_sql(table_sql(table));
  return nlohmann::json::parse(speller.run_sql(kSpellingQuery)).get<Spelling>();
}

std::string column_fact(const TableDefinition& table, const ColumnDefinition& column,
                        const Spelling& spelling) {
  const std::string place = table.name + "." + column.name;
  std::string fact = column.name + " " + spelling.at("type " + place);
  if (!column.nullable) fact += " not null";
  if (!column.default_sql.empty()) fact += " default " + spelling.at("default " + place);
  if (!column.generated.empty()) fact += " generated stored as " + spelling.at("default " + place);
  if (!column.identity.empty()) fact += " identity " + column.identity;
  return fact;
}

std::string reference_fact(const TableDefinition& table, const ReferenceDefinition& reference) {
  const std::string& owner = table.partition_of.empty() ? table.name : table.partition_of;
  std::string fact = owner + "_" + reference.column + "_fkey: FOREIGN KEY (" + reference.column +
                     ") REFERENCES " + reference.target + "(" + reference.target_column + ")";
  if (reference.on_update != "no action") fact += " ON UPDATE " + upper(reference.on_update);
  if (reference.on_delete != "no action") fact += " ON DELETE " + upper(reference.on_delete);
  if (reference.deferrable == "initially deferred") fact += " DEFERRABLE INITIALLY DEFERRED";
  if (reference.deferrable == "initially immediate") fact += " DEFERRABLE";
  return fact;
}

std::string underscored(const std::vector<std::string>& columns) {
  std::string out;
  for (const std::string& column : columns) out += "_" + column;
  return out;
}

std::vector<std::string> constraint_facts(const TableDefinition& table, const Spelling& spelling) {
  std::vector<std::string> facts{table.name + "_pkey: PRIMARY KEY (" + joined(table.primary_key) + ")"};
  for (const auto& columns : table.uniques) {
    facts.push_back(table.name + underscored(columns) + "_key: UNIQUE (" + joined(columns) + ")");
  }
  for (const ReferenceDefinition& reference : table.references)
    facts.push_back(reference_fact(table, reference));
  for (const CheckDefinition& check : table.checks) {
    facts.push_back(check.name + ": " + (check.sql.empty() ? "CHECK …" : spelling.at("check " + check.name)));
  }
  return facts;
}

std::string trigger_fact(const TableDefinition& table, const TriggerDefinition& trigger) {
  return "CREATE TRIGGER " + trigger.name + " " + trigger.when + " ON public." + table.name + " FOR EACH " +
         (trigger.rows ? "ROW" : "STATEMENT") + " EXECUTE FUNCTION " + trigger.function;
}

void add_functions(const std::vector<FunctionDefinition>& functions, const Spelling& spelling, Facts& facts) {
  for (const FunctionDefinition& function : functions) {
    const bool own = !function.sql.empty();
    facts["functions"].push_back(own ? spelling.at("function " + function.signature) : function.signature);
    if (!function.doc.empty())
      facts["comments"].push_back("function " + function.signature + ": " + function.doc);
  }
}

void add_view(const ViewDefinition& view, Facts& facts) {
  std::string fact = view.name + (view.materialized ? " materialized" : "") +
                     (view.security_invoker ? " security_invoker=true" : "") + ":";
  for (const std::string& column : view.columns) fact += " " + column;
  facts["views"].push_back(std::move(fact));
  const std::string described = (view.materialized ? "materialized view " : "view ") + view.name;
  if (!view.doc.empty()) facts["comments"].push_back(described + ": " + view.doc);
}

void add_table(const TableDefinition& table, const Spelling& spelling, Facts& facts) {
  facts["tables"].push_back(table.name);
  if (!table.partition_key.empty()) facts["partitions"].push_back(table.name + " by " + table.partition_key);
  if (!table.partition_of.empty())
    facts["partitions"].push_back(table.name + " of " + table.partition_of + ": DEFAULT");
  auto& comments = facts["comments"];
  if (!table.doc.empty()) comments.push_back("table " + table.name + ": " + table.doc);
  auto& columns = facts["columns of " + table.name];
  for (const ColumnDefinition& column : table.columns) {
    columns.push_back(column_fact(table, column, spelling));
    if (!column.doc.empty()) {
      comments.push_back("column " + column.name + " of table " + table.name + ": " + column.doc);
    }
  }
  facts["constraints of " + table.name] = constraint_facts(table, spelling);
  for (std::size_t number = 1; number <= table.indexes.size(); ++number) {
    facts["indexes of " + table.name].push_back(
        spelling.at("index " + table.name + " " + std::to_string(number)));
  }
  for (const TriggerDefinition& trigger : table.triggers)
    facts["triggers"].push_back(trigger_fact(table, trigger));
}

bool has_order(const std::string& subject) {
  return subject.starts_with("columns of ") || subject.starts_with("values of ");
}

void sort_unordered(Facts& facts) {
  for (auto& [subject, list] : facts) {
    if (!has_order(subject)) std::sort(list.begin(), list.end());
  }
}

/// A `format` and a `pattern` are proven by what they accept: the expression is the compiler's own business.
std::string without_expression(const std::string& subject, const std::string& fact) {
  const std::size_t colon = fact.find(": CHECK ");
  if (!subject.starts_with("constraints of ") || colon == std::string::npos) return fact;
  const std::string name = fact.substr(0, colon);
  return name.ends_with("_format") || name.ends_with("_pattern") ? name + ": CHECK …" : fact;
}

}  // namespace

Facts catalogue_facts(TestDatabase& database, const std::string& change) {
  std::ifstream file{SCHEMAC_SOURCE_DIR "/tests/acceptance/catalogue/catalogue.sql"};
  std::ostringstream query;
  query << file.rdbuf();
  const std::string rows = database.run_sql("BEGIN; " + change + ";\n" + query.str() + "\nROLLBACK;");
  Facts facts;
  for (const auto& row : nlohmann::json::parse(rows)) {
    const std::string subject = row.at(0);
    facts[subject].push_back(without_expression(subject, row.at(1)));
  }
  sort_unordered(facts);
  return facts;
}

Facts expected_facts(const Definitions& definitions, TestDatabase& speller, TestDatabase& loaded) {
  const Spelling spelling = ask(definitions, speller);
  Facts facts = security_facts(definitions.security, spelling, loaded);
  if (!definitions.extensions.empty()) facts["extensions"] = definitions.extensions;
  for (const EnumDefinition& type : definitions.enums) {
    facts["values of " + type.name] = type.values;
    if (!type.doc.empty()) facts["comments"].push_back("type " + type.name + ": " + type.doc);
  }
  for (const TableDefinition& table : definitions.tables) add_table(table, spelling, facts);
  add_functions(definitions.functions, spelling, facts);
  for (const ViewDefinition& view : definitions.views) add_view(view, facts);
  sort_unordered(facts);
  return facts;
}

std::string check_expression(TestDatabase& database, const std::string& name) {
  std::string text = database.run_sql(
      "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint WHERE conname = " + sql_literal(name));
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace schemac::testing
