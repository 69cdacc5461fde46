// Columns: added, dropped, renamed, with another type, default, rule or nullability.
#include <algorithm>
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

/// A column that can be added to a table with rows, or, rarely, one that cannot.
Json new_column(Definitions& definitions, Random& random) {
  static const std::array<Json, 20> kColumns = {{
      {{"type", "text?"}},
      {{"type", "text"}, {"default", "x"}},
      {{"type", "integer"}, {"default", 0}},
      {{"type", "bigint?"}, {"min", 0}},
      {{"type", "timestamptz"}, {"default_sql", "now()"}},
      {{"type", "timestamptz"}, {"default_sql", "clock_timestamp()"}},
      {{"type", "uuid"}, {"default_sql", "gen_random_uuid()"}},
      {{"type", "varchar(40)?"}, {"min_length", 2}, {"doc", "It's a name."}},
      {{"type", "numeric(8,2)"}, {"default", 0}, {"min", 0}},
      {{"type", "jsonb"}, {"default", Json::object()}},
      {{"type", "text[]"}, {"default", Json::array()}},
      {{"type", "date?"}},
      {{"type", "boolean"}, {"default", false}},
      {{"type", "bytea?"}, {"length", 32}},
      {{"type", "integer"}},
      {{"type", "daterange?"}},
      {{"type", "text?"}, {"unique", true}},
      {{"type", "bigint"}, {"identity", "always"}},
      {{"type", "double precision?"}},
      {{"type", "varchar(2)"}, {"default", "en"}, {"one_of", {"en", "sw"}}},
  }};
  if (random.one_in(4)) {
    const std::vector<Place> tables = definitions.all("tables");
    return {{"ref", random.pick(tables).name + "?"},
            {"on_delete", random.one_in(2) ? "set null" : "cascade"}};
  }
  if (random.one_in(4)) {
    const std::vector<Place> types = definitions.all(random.one_in(3) ? "types" : "enums");
    if (!types.empty()) return {{"type", random.pick(types).name + (random.one_in(2) ? "?" : "[]?")}};
  }
  return random.pick(kColumns);
}

std::string add_column(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  Json& columns = definitions.at(table)["columns"];
  const std::string name = definitions.fresh("c");
  columns[name] = new_column(definitions, random);
  return "add " + table.name + "." + name + " " + columns[name].dump();
}

std::string add_generated(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& columns = definitions.at(column.table)["columns"];
  const std::string type = type_of(columns[column.name]);
  const std::string name = definitions.fresh("g");
  if (type == "text" || type.starts_with("varchar"))
    columns[name] = {{"type", "text?"}, {"generated", "lower(" + column.name + ")"}};
  else if (type == "integer" || type == "bigint" || type == "smallint")
    columns[name] = {{"type", "bigint?"}, {"generated", column.name + "::bigint * 2"}};
  else
    return {};
  return "add " + column.table.name + "." + name + " over " + column.name;
}

/// Takes out what cannot be without the column: elements of lists, keys of objects.
void remove_mentions(Json& list, const std::string& column) {
  if (list.is_array())
    for (std::size_t i = list.size(); i-- > 0;)
      if (mentions(list[i], column)) list.erase(i);
  if (!list.is_object()) return;
  for (const std::string& key : names(list))
    if (mentions(list[key], column)) list.erase(key);
}

std::string drop_column(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& table = definitions.at(column.table);
  if (table["columns"].size() < 3) return {};
  table["columns"].erase(column.name);
  for (const char* key : {"checks", "indexes", "unique", "pages", "triggers"}) {
    if (table.contains(key)) remove_mentions(table[key], column.name);
  }
  definitions.drop(table, column.name);
  return "drop " + column.table.name + "." + column.name;
}

std::string rename_column(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty() || column.name.size() < 3) return {};
  const std::string name = definitions.fresh("renamed");
  Json& table = definitions.at(column.table);
  rename_key(table["columns"], column.name, name);
  for (const std::string& other : names(table["columns"])) {
    if (table["columns"][other].contains("generated"))
      replace_word(table["columns"][other]["generated"], column.name, name);
  }
  for (const std::string& key : names(table)) {
    if (key != "columns" && key != "mixins" && key != "doc") replace_word(table[key], column.name, name);
  }
  table["columns"][name]["renamed_from"] = column.name;
  return "rename " + column.table.name + "." + column.name + " to " + name;
}

std::string change_type(Definitions& definitions, Random& random) {
  static const std::map<std::string, std::vector<std::string>> kTargets = {
      {"text", {"varchar(1000)", "citext", "varchar(3)"}},
      {"integer", {"bigint", "numeric(12,2)", "smallint", "text"}},
      {"smallint", {"integer", "bigint"}},
      {"bigint", {"integer", "numeric(20,0)"}},
      {"date", {"timestamptz", "text"}},
      {"timestamptz", {"date", "timestamp"}},
      {"boolean", {"text"}},
      {"jsonb", {"json", "text"}},
      {"inet", {"text", "cidr"}},
      {"double precision", {"numeric(20,6)"}},
      {"varchar", {"text", "varchar(2500)", "varchar(7)", "citext"}},
      {"numeric", {"numeric(20,6)", "double precision", "integer"}}};
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  const std::string type = type_of(spelled);
  const auto targets = kTargets.find(type.substr(0, type.find('(')));
  std::string target =
      targets == kTargets.end() ? (type.ends_with("[]") ? "" : "text") : random.pick(targets->second);
  if (type.empty() || target.empty() || target == type) return {};
  if (spelled["type"].get<std::string>().ends_with('?')) target += "?";
  spelled["type"] = target;
  return "type of " + column.table.name + "." + column.name + " " + type + " to " + target;
}

std::string change_null(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  const std::string key = spelled.contains("ref") ? "ref" : "type";
  if (!spelled.contains(key)) return {};  // a shape, or a type of SQL's own
  std::string type = spelled[key];
  if (type.ends_with('?'))
    type.pop_back();
  else
    type += "?";
  spelled[key] = type;
  return "null of " + column.table.name + "." + column.name + ": " + type;
}

std::string change_default(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  const bool had = spelled.erase("default") + spelled.erase("default_sql") > 0;
  const std::string type = type_of(spelled);
  if (!had || random.one_in(2)) {
    if (type == "text")
      spelled["default"] = "don't know";
    else if (type == "integer" || type == "bigint" || type == "smallint")
      spelled["default"] = 7;
    else if (type == "timestamptz" || type == "date")
      spelled["default_sql"] = "now()";
    else if (!had)
      return {};
  }
  return "default of " + column.table.name + "." + column.name;
}

std::string change_rule(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  const std::string type = type_of(spelled);
  const bool number = type == "integer" || type == "bigint" || type == "smallint";
  const std::string key = number ? (random.one_in(2) ? "min" : "max") : "max_length";
  if (!number && type != "text") return {};
  if (spelled.contains(key) && random.one_in(2))
    spelled.erase(key);
  else
    spelled[key] = key == "min" ? -5 : 5000;
  return key + " of " + column.table.name + "." + column.name;
}

std::string change_doc(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  if (spelled.erase("doc") == 0) spelled["doc"] = "What's new: \"quoted\",\nin two lines.";
  return "doc of " + column.table.name + "." + column.name;
}

std::string change_identity(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  if (!spelled.contains("identity")) return {};
  spelled["identity"] = spelled["identity"] == "always" ? "by default" : "always";
  return "identity of " + column.table.name + "." + column.name;
}

}  // namespace

std::span<const Edit> column_edits() {
  static constexpr std::array<Edit, 14> kEdits = {{{"add_column", add_column},
                                                   {"add_column", add_column},
                                                   {"add_column", add_column},
                                                   {"add_generated", add_generated},
                                                   {"drop_column", drop_column},
                                                   {"drop_column", drop_column},
                                                   {"rename_column", rename_column},
                                                   {"rename_column", rename_column},
                                                   {"change_type", change_type},
                                                   {"change_null", change_null},
                                                   {"change_default", change_default},
                                                   {"change_rule", change_rule},
                                                   {"change_doc", change_doc},
                                                   {"change_identity", change_identity}}};
  return kEdits;
}

Column some_column(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  const Json& columns = definitions.at(table)["columns"];
  const std::vector<std::string> all = names(columns);
  if (all.empty()) return {};
  const std::string& name = random.pick(all);
  if (columns[name].contains("renamed_from")) return {};
  return {table, name};
}

std::string type_of(const Json& column) {
  std::string type = column.value("type", "");
  if (type.ends_with('?')) type.pop_back();
  return type;
}

std::vector<std::string> plain_columns(const Json& table) {
  std::vector<std::string> plain;
  for (const auto& [name, column] : table["columns"].items()) {
    const std::string type = type_of(column);
    const std::string base = type.substr(0, type.find('('));
    for (const char* known : {"text", "integer", "bigint", "smallint", "varchar", "date", "timestamptz"})
      if (base == known && !type.ends_with("[]")) plain.push_back(name);
  }
  return plain;
}

}  // namespace schemac::evolution
