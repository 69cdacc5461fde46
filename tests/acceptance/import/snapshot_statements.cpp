// Follows drizzle-kit's convertor for PostgreSQL.
#include "acceptance/import/snapshot_statements.hpp"

namespace schemac::testing {
namespace {

constexpr std::size_t kKeptBytes = 63;

std::string in_quotes(const std::string& name) {
  std::string out = "\"";
  for (const char c : name) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

std::string literal(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + '\'';
}

template <class Items, class Spell>
std::string joined(const Items& items, Spell spell) {
  std::string out;
  for (const auto& item : items) {
    if (!out.empty()) out += ", ";
    out += spell(item);
  }
  return out;
}

std::string columns(const Snapshot& names) {
  return joined(names, [](const Snapshot& name) { return in_quotes(name.get<std::string>()); });
}

std::string column_sql(const Snapshot& column) {
  std::string type = column["type"];
  if (column.contains("typeSchema")) type = in_quotes(column["typeSchema"]) + "." + in_quotes(type);
  std::string sql = in_quotes(column["name"]) + " " + type;
  if (column["primaryKey"]) sql += " PRIMARY KEY";
  if (column.contains("default")) {
    const Snapshot& value = column["default"];
    sql += " DEFAULT " + (value.is_string() ? value.get<std::string>() : value.dump());
  }
  if (column["notNull"]) sql += " NOT NULL";
  return sql;
}

std::string table_sql(const Snapshot& table) {
  std::string body = joined(table["columns"], column_sql);
  for (const Snapshot& key : table["uniqueConstraints"])
    body += ", CONSTRAINT " + in_quotes(key["name"]) + " UNIQUE (" + columns(key["columns"]) + ")";
  for (const Snapshot& check : table["checkConstraints"])
    body += ", CONSTRAINT " + in_quotes(check["name"]) + " CHECK (" + check["value"].get<std::string>() + ")";
  return "CREATE TABLE " + in_quotes(table["name"]) + " (" + body + ")";
}

std::string foreign_key_sql(const std::string& table, const Snapshot& key) {
  return "ALTER TABLE " + in_quotes(table) + " ADD CONSTRAINT " + in_quotes(key["name"]) + " FOREIGN KEY (" +
         columns(key["columnsFrom"]) + ") REFERENCES " + in_quotes(key["tableTo"]) + " (" +
         columns(key["columnsTo"]) + ") ON DELETE " + key["onDelete"].get<std::string>() + " ON UPDATE " +
         key["onUpdate"].get<std::string>();
}

std::string index_sql(const std::string& table, const Snapshot& index) {
  const std::string method = index["method"];
  const auto key = [&](const Snapshot& each) {
    const std::string text = each["expression"];
    std::string sql = each["isExpression"] ? "(" + text + ")" : in_quotes(text);
    if (each.contains("opclass")) sql += " " + each["opclass"].get<std::string>();
    if (method != "btree") return sql;
    return sql + (each["asc"] ? " ASC" : " DESC") + " NULLS " + each["nulls"].get<std::string>();
  };
  std::string sql = std::string("CREATE ") + (index["isUnique"] ? "UNIQUE " : "") + "INDEX " +
                    in_quotes(index["name"]) + " ON " + in_quotes(table) + " USING " + method + " (" +
                    joined(index["columns"], key) + ")";
  if (index.contains("where")) sql += " WHERE " + index["where"].get<std::string>();
  return sql;
}

Subject subject(std::string kind, const std::string& table, const Snapshot& object) {
  return {std::move(kind), table, object["name"].get<std::string>().substr(0, kKeptBytes)};
}

bool is_long(const Snapshot& object) {
  return object["name"].get<std::string>().size() > kKeptBytes;
}

}  // namespace

std::vector<Statement> statements_of(const Snapshot& snapshot) {
  std::vector<Statement> all;
  for (const Snapshot& each : snapshot["enums"]) {
    const std::string values =
        joined(each["values"], [](const Snapshot& value) { return literal(value.get<std::string>()); });
    all.push_back({subject("enum", {}, each),
                   "CREATE TYPE " + in_quotes(each["name"]) + " AS ENUM (" + values + ")",
                   {},
                   is_long(each)});
  }
  for (const Snapshot& table : snapshot["tables"])
    all.push_back({subject("table", table["name"], table), table_sql(table), {}, is_long(table)});
  for (const Snapshot& table : snapshot["tables"]) {
    const std::string name = table["name"];
    for (const Snapshot& key : table["foreignKeys"]) {
      all.push_back({subject("foreign key", name, key),
                     foreign_key_sql(name, key),
                     {name, key["tableTo"].get<std::string>()},
                     is_long(key)});
    }
  }
  for (const Snapshot& table : snapshot["tables"]) {
    const std::string name = table["name"];
    for (const Snapshot& index : table["indexes"])
      all.push_back({subject("index", name, index), index_sql(name, index), {name}, is_long(index)});
  }
  return all;
}

Snapshot without(Snapshot snapshot, const std::set<Subject>& subjects) {
  for (Snapshot& table : snapshot["tables"]) {
    for (const auto& [list, kind] :
         {std::pair<const char*, const char*>{"foreignKeys", "foreign key"}, {"indexes", "index"}}) {
      Snapshot kept = Snapshot::object();
      for (const auto& [name, object] : table[list].items()) {
        if (subjects.count(subject(kind, table["name"], object)) == 0) kept[name] = object;
      }
      table[list] = std::move(kept);
    }
  }
  return snapshot;
}

}  // namespace schemac::testing
