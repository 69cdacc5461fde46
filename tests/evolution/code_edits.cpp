// Views, functions and triggers.
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

std::string select_of(const std::string& schema, const std::string& table,
                      const std::vector<std::string>& columns) {
  std::string list;
  for (const std::string& column : columns) list += (list.empty() ? "" : ", ") + column;
  return "SELECT " + list + " FROM " + schema + "." + table;
}

std::string add_view(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  const std::vector<std::string> columns = plain_columns(definitions.at(table));
  if (columns.empty()) return {};
  Json& file = definitions.file(table.file);
  const std::string name = definitions.fresh("views");
  Json view = {{"sql", select_of(file.value("schema", "public"), table.name, columns)}};
  if (random.one_in(3))
    view["materialized"] = true;
  else if (random.one_in(2))
    view["security_invoker"] = true;
  file["views"][name] = view;
  return "view " + name + " of " + table.name;
}

std::string change_view(Definitions& definitions, Random& random) {
  const std::vector<Place> views = definitions.all("views");
  if (views.empty()) return {};
  const Place& place = random.pick(views);
  Json& file = definitions.file(place.file);
  if (random.one_in(3)) {
    file["views"].erase(place.name);
    definitions.drop(file,
                     (file.contains("schema") ? file["schema"].get<std::string>() + "." : "") + place.name);
    return "no view " + place.name;
  }
  if (random.one_in(3) && !definitions.at(place).contains("renamed_from")) {
    const std::string name = definitions.fresh("views");
    rename_key(file["views"], place.name, name);
    file["views"][name]["renamed_from"] = place.name;
    for (const Place& other : definitions.all("views")) {
      Json& view = definitions.at(other);
      if (view.contains("sql")) replace_word(view["sql"], place.name, name);
    }
    return "view " + place.name + " is called " + name;
  }
  Json& view = definitions.at(place);
  if (!view.contains("sql")) return {};  // its query stands in a file of its own
  Json& sql = view["sql"];
  const std::string text = sql;
  const bool had = text.ends_with(" LIMIT 1000");
  sql = had ? text.substr(0, text.size() - 11) : text + " LIMIT 1000";
  return "sql of view " + place.name;
}

std::string add_trigger(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  const std::string function = definitions.fresh("notice");
  const bool before = random.one_in(2);
  definitions.file("shared.json")["functions"][function] = {
      {"sql", "CREATE FUNCTION " + function +
                  "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN coalesce(NEW, OLD); END $$"},
      {"returns", "trigger"}};
  Json trigger = {{before ? "before" : "after", {"insert", "update"}}, {"call", function}};
  if (!before && random.one_in(2)) trigger["deferrable"] = "initially deferred";
  definitions.at(table)["triggers"][definitions.fresh("trigger")] = trigger;
  return "trigger of " + table.name;
}

std::string change_trigger(Definitions& definitions, Random& random) {
  for (const Place& place : definitions.all("tables")) {
    Json& table = definitions.at(place);
    if (!table.contains("triggers") || table["triggers"].empty() || random.one_in(2)) continue;
    const std::vector<std::string> all = names(table["triggers"]);
    const std::string& name = random.pick(all);
    if (random.one_in(2)) {
      table["triggers"].erase(name);
      return "no trigger " + name + " of " + place.name;
    }
    rename_key(table["triggers"], name, definitions.fresh("trigger"));
    return "trigger " + name + " of " + place.name + " has another name";
  }
  return {};
}

std::string change_function(Definitions& definitions, Random& random) {
  const std::vector<Place> functions = definitions.all("functions");
  const Place& place = random.pick(functions);
  Json& function = definitions.at(place);
  if (!function.contains("sql")) return {};
  const std::string sql = function["sql"];
  const std::size_t begin = sql.find("BEGIN");
  if (begin == std::string::npos) return {};
  function["sql"] = sql.substr(0, begin + 5) + " -- once more\n" + sql.substr(begin + 5);
  return "body of " + place.name;
}

}  // namespace

std::span<const Edit> code_edits() {
  static constexpr std::array<Edit, 5> kEdits = {{{"add_view", add_view},
                                                  {"change_view", change_view},
                                                  {"add_trigger", add_trigger},
                                                  {"change_trigger", change_trigger},
                                                  {"change_function", change_function}}};
  return kEdits;
}

}  // namespace schemac::evolution
