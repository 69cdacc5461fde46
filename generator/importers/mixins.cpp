// Tables are sorted into groups that have the same columns in the same form; large groups become mixins, the
// largest first, so that names do not depend on the order of tables.
#include "importers/mixins.hpp"

#include <algorithm>

#include "support/naming.hpp"

namespace schemac::compiler::importers {

namespace {

/// What makes a group: the forms of its columns, and whether they are the key.
struct Candidate {
  std::string name;
  std::vector<ImportedColumn> columns;
  bool primary_key = false;
};

std::string form_of(const Candidate& candidate) {
  std::string form = candidate.name;
  for (const ImportedColumn& column : candidate.columns)
    form += "\n" + column.name + " " + column_form(column);
  return form;
}

/// "uuid_id" of `id uuid`, "varchar_code" of `code varchar(20)`.
std::string key_name(const ImportedColumn& column) {
  std::string name = column.type.substr(0, column.type.find_first_of("( ["));
  return name + "_" + column.name;
}

void add_key(const ImportedTable& table, std::vector<Candidate>& found) {
  const ImportedKey& key = table.primary_key;
  if (key.columns.size() != 1 || !key.name.empty()) return;
  const ImportedColumn* column = table.column(key.columns.front());
  if (column != nullptr && is_plain(table, *column)) found.push_back({key_name(*column), {*column}, true});
}

void add_timestamps(const ImportedTable& table, std::vector<Candidate>& found) {
  const ImportedColumn* created = table.column("created_at");
  const ImportedColumn* updated = table.column("updated_at");
  if (created == nullptr || updated == nullptr) return;
  if (is_plain(table, *created) && is_plain(table, *updated))
    found.push_back({"timestamps", {*created, *updated}, false});
}

struct Group {
  Candidate candidate;
  std::vector<std::size_t> tables;
};

/// Keys come first, then what most tables have.
std::pair<bool, std::size_t> rank(const Group& group) {
  return {group.candidate.primary_key, group.tables.size()};
}

std::vector<Group> groups_of(const ImportedSchema& schema) {
  std::map<std::string, Group> groups;
  for (std::size_t i = 0; i < schema.tables.size(); ++i) {
    std::vector<Candidate> found;
    add_key(schema.tables[i], found);
    add_timestamps(schema.tables[i], found);
    for (Candidate& candidate : found) {
      Group& group = groups[form_of(candidate)];
      group.candidate = std::move(candidate);
      group.tables.push_back(i);
    }
  }
  std::vector<Group> large;
  for (auto& [form, group] : groups) {
    if (group.tables.size() >= kTablesOfMixin) large.push_back(std::move(group));
  }
  std::stable_sort(large.begin(), large.end(),
                   [](const Group& a, const Group& b) { return rank(a) > rank(b); });
  return large;
}

}  // namespace

bool FoundMixin::holds(std::string_view column) const {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const ImportedColumn& each) { return each.name == column; });
}

FoundMixins find_mixins(const ImportedSchema& schema) {
  FoundMixins mixins;
  mixins.of_table.resize(schema.tables.size());
  std::map<std::string, int> times;
  for (Group& group : groups_of(schema)) {
    std::string name = group.candidate.name;
    if (const int nth = ++times[name]; nth > 1) name += "_" + std::to_string(nth);
    for (const std::size_t table : group.tables) mixins.of_table[table].push_back(mixins.all.size());
    mixins.all.push_back({std::move(name), std::move(group.candidate.columns), group.candidate.primary_key});
  }
  return mixins;
}

std::string column_form(const ImportedColumn& column) {
  std::string form = column.type;
  if (column.nullable) form += '?';
  if (!column.default_sql.empty()) form += " = " + column.default_sql;
  return form;
}

bool is_plain(const ImportedTable& table, const ImportedColumn& column) {
  const bool refers =
      std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(), [&](const ImportedForeignKey& key) {
        return std::find(key.columns.begin(), key.columns.end(), column.name) != key.columns.end();
      });
  return !refers && column.doc.empty() && !column.passed_on && column.generated.empty() &&
         column.identity.empty() && support::is_snake_case(column.name);
}

}  // namespace schemac::compiler::importers
