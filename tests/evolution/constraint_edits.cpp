// Indexes, unique constraints, checks and references.
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

/// A table with columns of plain types, and one of those.
struct Spot {
  Place table;
  std::vector<std::string> columns;
};

Spot some_spot(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  return {table, plain_columns(definitions.at(table))};
}

std::string add_index(Definitions& definitions, Random& random) {
  const Spot spot = some_spot(definitions, random);
  if (spot.columns.empty()) return {};
  Json& table = definitions.at(spot.table);
  const std::string& first = random.pick(spot.columns);
  const std::string& second = random.pick(spot.columns);
  const std::string type = type_of(table["columns"][first]);
  Json index = {{"on", {first + (random.one_in(3) ? " desc" : "")}}};
  if (type == "text" && random.one_in(3))
    index["on"] = {"lower(" + first + ")"};
  else if (type == "text" && random.one_in(3))
    index = {{"on", {first + " gin_trgm_ops"}}, {"using", "gin"}};
  else if (second != first)
    index["on"].push_back(second + (random.one_in(3) ? " nulls first" : ""));
  if (random.one_in(3)) index["where"] = first + " IS NOT NULL";
  if (random.one_in(4)) index["name"] = definitions.fresh("index");
  if (random.one_in(6)) index["unique"] = true;
  table["indexes"].push_back(index);
  return "index on " + spot.table.name + " " + index.dump();
}

/// One of a list that stands in a table.
std::string drop_one(Definitions& definitions, Random& random, const char* key) {
  const Place place = some_spot(definitions, random).table;
  Json& table = definitions.at(place);
  if (!table.contains(key) || table[key].empty()) return {};
  std::size_t index = random.below(table[key].size());
  std::string what = std::string("drop of ") + key + " " + place.name;
  if (table[key].is_object()) {
    const std::string name = names(table[key])[index];
    table[key].erase(name);
    return what + " " + name;
  }
  what += " " + table[key][index].dump();
  table[key].erase(index);
  return what;
}

std::string drop_index(Definitions& definitions, Random& random) {
  return drop_one(definitions, random, "indexes");
}

std::string change_index(Definitions& definitions, Random& random) {
  const Spot spot = some_spot(definitions, random);
  Json& table = definitions.at(spot.table);
  if (spot.columns.empty() || !table.contains("indexes") || table["indexes"].empty()) return {};
  Json& index = random.pick(table["indexes"]);
  if (index.is_array()) index = Json{{"on", index}};
  index["where"] = random.pick(spot.columns) + " IS NOT NULL";
  return "index of " + spot.table.name + " " + index.dump();
}

std::string add_unique(Definitions& definitions, Random& random) {
  const Spot spot = some_spot(definitions, random);
  if (spot.columns.empty()) return {};
  Json key = {{"columns", {random.pick(spot.columns)}}};
  if (random.one_in(3)) key["nulls_not_distinct"] = true;
  if (random.one_in(3)) key["deferrable"] = "initially deferred";
  definitions.at(spot.table)["unique"].push_back(key);
  return "unique of " + spot.table.name + " " + key.dump();
}

std::string drop_unique(Definitions& definitions, Random& random) {
  return drop_one(definitions, random, "unique");
}

std::string add_check(Definitions& definitions, Random& random) {
  const Spot spot = some_spot(definitions, random);
  if (spot.columns.empty()) return {};
  const std::string name = definitions.fresh("check");
  const std::string& column = random.pick(spot.columns);
  const bool strict = random.one_in(3);
  definitions.at(spot.table)["checks"][name] = {
      {"sql",
       strict ? column + " IS NOT NULL" : column + " IS NULL OR " + column + "::text <> 'no such value'"},
      {"message", "no"}};
  return "check " + name + " of " + spot.table.name + "." + column;
}

std::string drop_check(Definitions& definitions, Random& random) {
  return drop_one(definitions, random, "checks");
}

std::string rename_check(Definitions& definitions, Random& random) {
  const Place place = some_spot(definitions, random).table;
  Json& table = definitions.at(place);
  if (!table.contains("checks") || table["checks"].empty()) return {};
  const std::vector<std::string> all = names(table["checks"]);
  const std::string& old = random.pick(all);
  const std::string name = definitions.fresh("check");
  rename_key(table["checks"], old, name);
  return "check " + old + " of " + place.name + " is called " + name;
}

std::string change_reference(Definitions& definitions, Random& random) {
  static constexpr std::array kActions = {"no action", "restrict", "cascade", "set null"};
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  if (!spelled.contains("ref")) return {};
  if (random.one_in(3))
    spelled["deferrable"] = "initially deferred";
  else
    spelled["on_delete"] = random.pick(kActions);
  return "reference " + column.table.name + "." + column.name + " " + spelled.dump();
}

std::string redirect_reference(Definitions& definitions, Random& random) {
  const Column column = some_column(definitions, random);
  if (column.name.empty()) return {};
  Json& spelled = definitions.at(column.table)["columns"][column.name];
  if (!spelled.contains("ref")) return {};
  const std::vector<Place> tables = definitions.all("tables");
  spelled["ref"] = random.pick(tables).name + "?";
  return "reference " + column.table.name + "." + column.name + " to " + spelled["ref"].dump();
}

}  // namespace

std::span<const Edit> constraint_edits() {
  static constexpr std::array<Edit, 11> kEdits = {{{"add_index", add_index},
                                                   {"drop_index", drop_index},
                                                   {"change_index", change_index},
                                                   {"add_unique", add_unique},
                                                   {"drop_unique", drop_unique},
                                                   {"add_check", add_check},
                                                   {"drop_check", drop_check},
                                                   {"rename_check", rename_check},
                                                   {"change_reference", change_reference},
                                                   {"change_reference", change_reference},
                                                   {"redirect_reference", redirect_reference}}};
  return kEdits;
}

}  // namespace schemac::evolution
