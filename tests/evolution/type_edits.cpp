// Enums and domain types.
#include <algorithm>
#include <array>

#include "edits.hpp"

namespace schemac::evolution {
namespace {

/// An enum in its object form, where it has not been renamed.
Place some_enum(Definitions& definitions, Random& random) {
  const std::vector<Place> enums = definitions.all("enums");
  const Place& place = random.pick(enums);
  Json& spelled = definitions.at(place);
  if (spelled.is_array()) spelled = Json{{"values", spelled}};
  return place;
}

/// Whether SQL or a default uses a value, so that it cannot go.
bool is_used(Definitions& definitions, const std::string& value) {
  int uses = 0;
  definitions.each_text([&](const Json& text) {
    const std::string& words = text.get_ref<const std::string&>();
    uses += words == value || words.find("'" + value + "'") != std::string::npos ? 1 : 0;
  });
  return uses > 1;
}

std::string add_value(Definitions& definitions, Random& random) {
  const Place place = some_enum(definitions, random);
  Json& values = definitions.at(place)["values"];
  const std::string value = definitions.fresh("value");
  values.insert(values.begin() + static_cast<std::ptrdiff_t>(random.below(values.size() + 1)), value);
  return "value " + value + " of " + place.name;
}

std::string rename_value(Definitions& definitions, Random& random) {
  const Place place = some_enum(definitions, random);
  Json& spelled = definitions.at(place);
  Json& chosen = random.pick(spelled["values"]);
  const std::string old = chosen;
  if (is_used(definitions, old) || old.starts_with("value")) return {};
  const std::string value = definitions.fresh("value");
  chosen = value;
  spelled["renamed_values"][value] = old;
  return "value " + old + " of " + place.name + " is called " + value;
}

std::string remove_value(Definitions& definitions, Random& random) {
  const Place place = some_enum(definitions, random);
  Json& spelled = definitions.at(place);
  const std::size_t index = random.below(spelled["values"].size());
  const std::string old = spelled["values"][index];
  if (spelled["values"].size() < 2 || is_used(definitions, old)) return {};
  if (spelled.contains("renamed_values") && spelled["renamed_values"].contains(old)) return {};
  spelled["values"].erase(index);
  definitions.drop(spelled, old);
  return "no value " + old + " of " + place.name;
}

std::string reorder_values(Definitions& definitions, Random& random) {
  const Place place = some_enum(definitions, random);
  Json& values = definitions.at(place)["values"];
  std::swap(random.pick(values), random.pick(values));
  return "order of " + place.name;
}

/// Types of columns that name an enum or domain type, with what stands behind the name.
void rename_type(Definitions& definitions, const Place& place, const std::string& name) {
  Json& types = definitions.file(place.file)[place.key];
  rename_key(types, place.name, name);
  types[name]["renamed_from"] = place.name;
  for (const Place& table : definitions.all("tables"))
    for (Json& column : definitions.at(table)["columns"])
      if (column.contains("type")) replace_word(column["type"], place.name, name);
}

std::string rename_enum(Definitions& definitions, Random& random) {
  const Place place = some_enum(definitions, random);
  const Json& spelled = definitions.at(place);
  if (spelled.contains("renamed_from")) return {};
  const std::string name = definitions.fresh("enum");
  rename_type(definitions, place, name);
  return "enum " + place.name + " is called " + name;
}

std::string add_enum(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  const std::string name = definitions.fresh("kinds");
  definitions.file(table.file)["enums"][name] = {"one", "two", "it's three"};
  definitions.at(table)["columns"][name] = {{"type", name}, {"default", "two"}};
  return "enum " + name + " for " + table.name;
}

std::string change_domain_type(Definitions& definitions, Random& random) {
  const std::vector<Place> types = definitions.all("types");
  if (types.empty()) return {};
  const Place& place = random.pick(types);
  Json& type = definitions.at(place);
  if (random.one_in(4) && !type.contains("renamed_from")) {
    const std::string name = definitions.fresh("type");
    rename_type(definitions, place, name);
    return "type " + place.name + " is called " + name;
  }
  if (random.one_in(3) && type.erase("default") > 0) return "no default of " + place.name;
  const std::string check = definitions.fresh("check");
  type["checks"][check] = {{"sql", "VALUE::text <> 'no such value'"}, {"message", "no"}};
  return "check " + check + " of " + place.name;
}

std::string add_domain_type(Definitions& definitions, Random& random) {
  const std::vector<Place> tables = definitions.all("tables");
  const Place& table = random.pick(tables);
  const std::string name = definitions.fresh("type");
  definitions.file("shared.json")["types"][name] = {
      {"base", "varchar(30)"}, {"min_length", 1}, {"default", "x"}};
  definitions.at(table)["columns"][name] = {{"type", name}};
  return "type " + name + " for " + table.name;
}

}  // namespace

std::span<const Edit> type_edits() {
  static constexpr std::array<Edit, 9> kEdits = {{{"add_value", add_value},
                                                  {"add_value", add_value},
                                                  {"rename_value", rename_value},
                                                  {"remove_value", remove_value},
                                                  {"reorder_values", reorder_values},
                                                  {"rename_enum", rename_enum},
                                                  {"add_enum", add_enum},
                                                  {"change_domain_type", change_domain_type},
                                                  {"add_domain_type", add_domain_type}}};
  return kEdits;
}

}  // namespace schemac::evolution
