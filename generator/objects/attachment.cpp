// Keys and indexes of partitions.
#include "objects/attachment.hpp"

#include <algorithm>

#include "model/column.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"
#include "objects/sql_text.hpp"
#include "sql/names.hpp"

namespace schemac::compiler::objects {

using model::ObjectId;

bool is_partitioned(const ObjectId& table, const model::Model& model) {
  const model::Object* found = model.find(table);
  return found != nullptr && table.kind == model::kTableKind &&
         !found->state.as<model::Table>().partition_key.empty();
}

bool is_partitioned_by(const ObjectId& column, const model::Model& model) {
  const model::Object* table = model.find(table_of(column));
  if (table == nullptr) return false;
  const auto names = sql::names_in(table->state.as<model::Table>().partition_key);
  return std::binary_search(names.begin(), names.end(), column.part);
}

bool keeps_partitioning(const ObjectId& table, const model::Transition& transition) {
  const model::Object* before = transition.before.find(table);
  const model::Object* after = transition.after.find(table);
  if (before == nullptr || after == nullptr) return false;
  const std::string& key = after->state.as<model::Table>().partition_key;
  if (before->state.as<model::Table>().partition_key != key) return false;
  const auto names = sql::names_in(key);
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    const ObjectId column = table.child(model::kColumnKind, name);
    const model::Object* old = transition.before.find(column);
    const model::Object* now = transition.after.find(column);
    if (old == nullptr || now == nullptr) return true;
    const auto& from = old->state.as<model::Column>();
    const auto& to = now->state.as<model::Column>();
    return from.type == to.type && from.collation == to.collation;
  });
}

bool stays_attached(const ObjectId& table, const model::Transition& transition) {
  const ObjectId partition{std::string(model::kPartitionKind), table.schema, table.name, {}};
  const model::Object* before = transition.before.find(partition);
  const model::Object* after = transition.after.find(partition);
  if (before == nullptr || after == nullptr || !(before->state == after->state)) return false;
  const auto& state = after->state.as<model::Partition>();
  return keeps_partitioning(table, transition) &&
         keeps_partitioning({table.kind, state.parent_schema, state.parent, {}}, transition);
}

std::vector<ObjectId> identities_of(const model::IndexParent& parent) {
  if (parent.name.empty()) return {};
  return {{std::string(model::kIndexKind), parent.schema, parent.name, {}},
          {std::string(model::kPrimaryKeyKind), parent.schema, parent.table, parent.name},
          {std::string(model::kUniqueKind), parent.schema, parent.table, parent.name}};
}

bool stays(const model::IndexParent& parent, const model::Transition& transition) {
  const ObjectId table{std::string(model::kTableKind), parent.schema, parent.table, {}};
  if (!keeps_partitioning(table, transition)) return false;
  for (const ObjectId& id : identities_of(parent)) {
    const model::Object* before = transition.before.find(id);
    const model::Object* after = transition.after.find(id);
    if (before != nullptr && after != nullptr && before->state == after->state) return true;
  }
  return false;
}

model::Step attach(const ObjectId& object, const model::IndexParent& parent, const std::string& index) {
  const ObjectId whole{{}, parent.schema, parent.name, {}};
  return {object, "ALTER INDEX " + whole.qualified_name() + "\n    ATTACH PARTITION " + index};
}

}  // namespace schemac::compiler::objects
