// Counts the tables of each first word, then names.
#include "importers/domains.hpp"

#include <map>

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

}  // namespace

std::vector<std::string> domains_of(const ImportedSchema& schema) {
  std::map<std::string, std::size_t> sizes;
  for (const ImportedTable& table : schema.tables) {
    if (table.schema == kPublic) ++sizes[first_word(table)];
  }
  std::vector<std::string> domains;
  for (const ImportedTable& table : schema.tables) {
    const std::string word = first_word(table);
    if (table.schema != kPublic) {
      const bool taken = sizes.count(table.schema) > 0 || table.schema == kRest;
      domains.push_back(taken ? table.schema + "_schema" : table.schema);
    } else {
      domains.push_back(sizes[word] < kTablesOfDomain ? std::string(kRest) : word);
    }
  }
  return domains;
}

}  // namespace schemac::compiler::importers
