// Finds the tables that have a schedule, then their partitions, then what belongs to those.
#include "live/made_partitions.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/partition.hpp"
#include "model/table.hpp"

namespace schemac::compiler::live {
namespace {

using model::Object;
using model::ObjectId;
using Ids = std::set<ObjectId>;

constexpr std::string_view kDefault = "DEFAULT";

ObjectId table_id(const std::string& schema, const std::string& name) {
  return {std::string(model::kTableKind), schema, name, {}};
}

Ids scheduled_tables(const model::Model& declared) {
  std::map<ObjectId, std::pair<int, int>> counts;  // of default partitions and of others
  for (const Object& object : declared.of_kind(model::kPartitionKind)) {
    const auto& partition = object.state.as<model::Partition>();
    auto& [defaults, others] = counts[table_id(partition.parent_schema, partition.parent)];
    ++(partition.bound == kDefault ? defaults : others);
  }
  Ids tables;
  for (const auto& [table, count] : counts) {
    if (count.first == 1 && count.second == 0) tables.insert(table);
  }
  return tables;
}

Ids made_partitions(const model::Model& database, const Ids& scheduled) {
  Ids made;
  for (const Object& object : database.of_kind(model::kPartitionKind)) {
    const auto& partition = object.state.as<model::Partition>();
    if (partition.bound != kDefault &&
        scheduled.contains(table_id(partition.parent_schema, partition.parent)))
      made.insert(table_id(object.id.schema, object.id.name));
  }
  return made;
}

}  // namespace

model::Model without_made_partitions(const model::Model& database, const model::Model& declared,
                                     std::span<const model::ObjectKind* const> kinds) {
  Ids gone = made_partitions(database, scheduled_tables(declared));
  std::map<std::string_view, const model::ObjectKind*> by_name;
  for (const model::ObjectKind* kind : kinds) by_name.emplace(kind->name(), kind);
  std::vector<Object> kept(database.objects().begin(), database.objects().end());
  for (std::size_t before = kept.size() + 1; before != kept.size();) {  // a comment goes with its index
    before = kept.size();
    std::erase_if(kept, [&](const Object& object) {
      const auto kind = by_name.find(object.id.kind);
      const auto owner = kind == by_name.end() ? std::nullopt : kind->second->owner(object);
      const bool goes = gone.contains(object.id) || (owner && gone.contains(*owner));
      if (goes) gone.insert(object.id);
      return goes;
    });
  }
  return {database.project(), std::move(kept)};
}

}  // namespace schemac::compiler::live
