// Tables with rows are vertices; a row that refers to another table makes an edge.
#include "model/seed_order.hpp"

#include <algorithm>
#include <set>

#include "model/constraint.hpp"
#include "model/table.hpp"
#include "support/graph.hpp"

namespace schemac::compiler::model {
namespace {

const Seeds& seeds_of(const Object& table) {
  return table.notes.as<TableNotes>().seeds;
}

/// Whether a row of the seeds fills all columns of the key: one NULL, and it refers to nothing.
bool refers(const Seeds& seeds, const ForeignKey& key) {
  std::vector<std::size_t> places;
  for (const std::string& column : key.columns) {
    const auto found = std::find(seeds.columns.begin(), seeds.columns.end(), column);
    if (found == seeds.columns.end()) return false;
    places.push_back(static_cast<std::size_t>(found - seeds.columns.begin()));
  }
  return std::any_of(seeds.rows.begin(), seeds.rows.end(), [&](const SeedRow& row) {
    return std::none_of(places.begin(), places.end(), [&](std::size_t i) { return row.values[i] == "NULL"; });
  });
}

}  // namespace

std::vector<std::string> seed_environments(const Model& model) {
  std::set<std::string> names;
  for (const Object& table : model.of_kind(kTableKind)) {
    const Seeds& seeds = seeds_of(table);
    names.insert(seeds.environments.begin(), seeds.environments.end());
  }
  return {names.begin(), names.end()};
}

SeedOrder seed_order(const Model& model, std::string_view environment) {
  std::vector<const Object*> tables;
  for (const Object& table : model.of_kind(kTableKind)) {
    const Seeds& seeds = seeds_of(table);
    const auto& names = seeds.environments;
    if (!seeds.rows.empty() && std::find(names.begin(), names.end(), environment) != names.end())
      tables.push_back(&table);
  }
  std::vector<std::pair<std::size_t, std::size_t>> edges;
  for (std::size_t from = 0; from < tables.size(); ++from) {
    for (const Object& part : model.parts(kForeignKeyKind, tables[from]->id)) {
      const auto& key = part.state.as<ForeignKey>();
      const auto target = std::find_if(tables.begin(), tables.end(), [&](const Object* table) {
        return table->id.schema == key.schema && table->id.name == key.table;
      });
      const auto to = static_cast<std::size_t>(target - tables.begin());
      const bool waits = key.deferrable != Deferrable::no;
      if (target != tables.end() && to != from && !waits && refers(seeds_of(*tables[from]), key))
        edges.emplace_back(to, from);
    }
  }
  const auto sorted = support::topological_order(tables.size(), edges);
  SeedOrder order;
  for (const std::size_t table : sorted.order) order.tables.push_back(tables[table]);
  for (const std::size_t table : sorted.cycle) order.cycle.push_back(tables[table]);
  return order;
}

}  // namespace schemac::compiler::model
