// Counts the tables of each first word, then names.
#include "importers/domains.hpp"

#include <set>
#include <string_view>
#include <utility>

#include "support/naming.hpp"

namespace schemac::compiler::importers {

namespace {

constexpr std::string_view kRest = "core";

std::string first_word(const ImportedTable& table) {
  const std::string word = support::singular(table.name.substr(0, table.name.find('_')));
  // Files of these names are something else.
  const bool taken = word == "shared" || word == "schemac";
  return taken || !support::is_snake_case(word) ? std::string(kRest) : word;
}

/// What is not snake_case in the name of a schema becomes an underscore.
std::string domain_name(std::string_view schema) {
  std::string name;
  for (const char c : schema) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool digit = lower >= '0' && lower <= '9';
    if ((lower >= 'a' && lower <= 'z') || (digit && !name.empty())) {
      name += lower;
    } else if (!name.empty() && name.back() != '_') {
      name += '_';
    }
  }
  if (name.ends_with('_')) name.pop_back();
  return name.empty() ? "other" : name;
}

/// A name for each schema that no other domain and no other file has.
std::map<std::string, std::string> domains_of_schemas(const ImportedSchema& schema,
                                                      std::set<std::string> taken) {
  taken.insert({std::string(kRest), "shared", "schemac"});
  std::map<std::string, std::string> domains;
  const auto add = [&](const std::string& database_schema) {
    if (database_schema.empty() || database_schema == kPublic || domains.contains(database_schema)) return;
    std::string name = domain_name(database_schema);
    while (!taken.insert(name).second) name += "_schema";
    domains.emplace(database_schema, std::move(name));
  };
  for (const ImportedTable& table : schema.tables) add(table.schema);
  for (const ImportedPart& part : schema.parts) add(part.schema);
  return domains;
}

}  // namespace

Domains domains_of(const ImportedSchema& schema) {
  std::map<std::string, std::size_t> sizes;
  for (const ImportedTable& table : schema.tables) {
    if (table.schema == kPublic) ++sizes[first_word(table)];
  }
  std::set<std::string> words;
  for (const auto& [word, size] : sizes) words.insert(word);
  Domains domains{{}, domains_of_schemas(schema, std::move(words))};
  for (const ImportedTable& table : schema.tables) {
    const std::string word = first_word(table);
    if (table.schema != kPublic) {
      domains.of_tables.push_back(domains.of_schemas.at(table.schema));
    } else {
      domains.of_tables.push_back(sizes[word] < kTablesOfDomain ? std::string(kRest) : word);
    }
  }
  return domains;
}

}  // namespace schemac::compiler::importers
