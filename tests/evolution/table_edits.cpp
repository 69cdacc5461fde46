// Tables: added, dropped, renamed; their primary keys, mixins, partitions and what keys of theirs expand to.
#include <algorithm>
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

Place some_table(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  return random.pick(tables);
}

std::string add_table(Definitions& definitions, Random& random) {
  const Place neighbour = some_table(definitions, random);
  const std::string name = definitions.fresh("things");
  Json table = {{"doc", "Things."}, {"mixins", {"uuid_id"}}, {"columns", Json::object()}};
  table["columns"]["title"] = {{"type", "varchar(100)"}, {"min_length", 1}};
  table["columns"]["at"] = {{"type", "timestamptz"}, {"default_sql", "now()"}};
  if (random.one_in(2)) table["columns"]["other_id"] = {{"ref", neighbour.name + "?"}};
  if (random.one_in(2)) table["columns"]["self_id"] = {{"ref", name + "?"}, {"on_delete", "cascade"}};
  if (random.one_in(3)) table["mixins"].push_back("public_record");
  if (random.one_in(3)) table["indexes"] = {{"title"}, {"at desc"}};
  if (random.one_in(4)) table["audit"] = true;
  if (random.one_in(4)) table["search"] = {{"weights", {{"A", {"title"}}}}};
  definitions.file(neighbour.file)["tables"][name] = table;
  return "table " + name + " in " + neighbour.file;
}

bool is_referred_to(Definitions& definitions, const std::string& name) {
  for (const Place& place : definitions.all("tables")) {
    const Json& table = definitions.at(place);
    for (const Json& column : table["columns"]) {
      if (place.name != name && has_word(column.value("ref", ""), name)) return true;
    }
    if (table.contains("foreign_keys") && mentions(table["foreign_keys"], name)) return true;
  }
  return false;
}

std::string drop_table(Definitions& definitions, Random& random) {
  const Place place = some_table(definitions, random);
  const Json table = definitions.at(place);
  if (is_referred_to(definitions, place.name) || table.contains("renamed_from")) return {};
  Json& file = definitions.file(place.file);
  const std::string schema = file.value("schema", "public");
  const std::string prefix = schema == "public" ? "" : schema + ".";
  definitions.drop(file, prefix + place.name);
  if (table.contains("audit")) definitions.drop(file, prefix + place.name + "_audit");
  file["tables"].erase(place.name);
  return "drop table " + place.name;
}

std::string rename_table(Definitions& definitions, Random& random) {
  const Place place = some_table(definitions, random);
  if (definitions.at(place).contains("renamed_from")) return {};
  const std::string name = definitions.fresh("tables");
  Json& tables = definitions.file(place.file)["tables"];
  rename_key(tables, place.name, name);
  tables[name]["renamed_from"] = place.name;
  for (const Place& other : definitions.all("tables")) {
    Json& table = definitions.at(other);
    for (Json& column : table["columns"])
      if (column.contains("ref")) replace_word(column["ref"], place.name, name);
    for (const char* key : {"foreign_keys", "rls"})
      if (table.contains(key)) replace_word(table[key], place.name, name);
  }
  for (const char* key : {"views", "functions"})
    for (const Place& code : definitions.all(key)) replace_word(definitions.at(code), place.name, name);
  return "rename table " + place.name + " to " + name;
}

std::string change_key(Definitions& definitions, Random& random) {
  const Place place = some_table(definitions, random);
  Json& table = definitions.at(place);
  if (!table.contains("primary_key") || table["primary_key"].size() < 2 || !table["primary_key"].is_array())
    return {};
  Json& key = table["primary_key"];
  std::swap(key[0], key[1]);
  return "primary key of " + place.name + " " + key.dump();
}

std::string toggle_feature(Definitions& definitions, Random& random) {
  static constexpr std::array kFeatures = {"timestamps", "versioned", "soft_delete", "unlogged", "audit"};
  static constexpr std::array kColumns = {"created_at", "updated_at", "version", "deleted_at"};
  const Place place = some_table(definitions, random);
  Json& table = definitions.at(place);
  const std::string feature = random.pick(kFeatures);
  const bool on = table.contains(feature) && table[feature] != false;
  table[feature] = !on;
  if (on && feature == "audit") definitions.drop(definitions.file(place.file), place.name + "_audit");
  if (on)
    for (const char* column : kColumns) definitions.drop(table, column);
  return feature + (on ? " off " : " on ") + place.name;
}

std::string add_mixin_column(Definitions& definitions, Random& random) {
  const std::vector<Place> mixins = definitions.all("mixins");
  const Place& mixin = random.pick(mixins);
  const std::string name = definitions.fresh("m");
  definitions.at(mixin)["columns"][name] = random.one_in(2) ? "text?" : "integer = 1";
  return "add to all with " + mixin.name + " " + name;
}

std::string change_partitions(Definitions& definitions, Random& random) {
  std::vector<Place> tables = definitions.all("tables");
  std::erase_if(tables, [&](const Place& place) { return !definitions.at(place).contains("partition"); });
  if (tables.empty()) return {};
  const Place& place = random.pick(tables);
  Json& partition = definitions.at(place)["partition"];
  if (!partition.contains("partitions")) return {};
  Json& parts = partition["partitions"];
  const std::vector<std::string> all = names(parts);
  const std::string& chosen = random.pick(all);
  if (random.one_in(2)) {
    const std::string table = place.name + "_" + chosen;
    parts.erase(chosen);
    definitions.drop(definitions.file(place.file), table);
    return "drop partition " + table;
  }
  const std::string name = definitions.fresh("p");
  const int year = 2030 + static_cast<int>(random.below(50));
  if (partition.contains("range"))
    parts[name] = {{"from", std::to_string(year) + "-01-01"}, {"to", std::to_string(year + 1) + "-01-01"}};
  else
    parts[name] = {name};
  return "partition " + name + " of " + place.name;
}

/// What the names of its partitions end with.
std::vector<std::string> partitions_of(const Json& partition) {
  if (partition.contains("every")) return {"default"};
  std::vector<std::string> all = names(partition.value("partitions", Json::object()));
  for (int i = 0; i < partition.value("count", 0); ++i) all.push_back(std::to_string(i));
  return all;
}

std::string partition_table(Definitions& definitions, Random& random) {
  const Place place = some_table(definitions, random);
  Json& table = definitions.at(place);
  if (table.contains("partition")) {
    const std::vector<std::string> parts = partitions_of(table["partition"]);
    table.erase("partition");  // before the file grows and `table` is elsewhere
    for (const std::string& part : parts)
      definitions.drop(definitions.file(place.file), place.name + "_" + part);
    return "no partitions of " + place.name;
  }
  if (!table.contains("primary_key") || !table["primary_key"].is_array()) return {};
  const std::string column = table["primary_key"][0];
  table["partition"] = {{"hash", column}, {"count", 3}};
  return "partitions of " + place.name + " by " + column;
}

std::string change_search(Definitions& definitions, Random& random) {
  const Place place = some_table(definitions, random);
  Json& table = definitions.at(place);
  if (!table.contains("search")) return {};
  table["search"]["config"] = table["search"].value("config", "simple") == "simple" ? "english" : "simple";
  return "search of " + place.name;
}

}  // namespace

std::span<const Edit> table_edits() {
  static constexpr std::array<Edit, 10> kEdits = {{{"add_table", add_table},
                                                   {"drop_table", drop_table},
                                                   {"rename_table", rename_table},
                                                   {"rename_table", rename_table},
                                                   {"change_key", change_key},
                                                   {"toggle_feature", toggle_feature},
                                                   {"add_mixin_column", add_mixin_column},
                                                   {"change_partitions", change_partitions},
                                                   {"partition_table", partition_table},
                                                   {"change_search", change_search}}};
  return kEdits;
}

}  // namespace schemac::evolution
