// Keys and indexes of partitions.
#include "objects/attachment.hpp"

#include "model/index.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"

namespace schemac::compiler::objects {

using model::ObjectId;

bool is_partitioned(const ObjectId& table, const model::Model& model) {
  const model::Object* found = model.find(table);
  return found != nullptr && table.kind == model::kTableKind &&
         !found->state.as<model::Table>().partition_key.empty();
}

bool stays_attached(const ObjectId& table, const model::Transition& transition) {
  const ObjectId partition{std::string(model::kPartitionKind), table.schema, table.name, {}};
  const model::Object* before = transition.before.find(partition);
  const model::Object* after = transition.after.find(partition);
  return before != nullptr && after != nullptr && before->state == after->state;
}

std::vector<ObjectId> identities_of(const model::IndexParent& parent) {
  if (parent.name.empty()) return {};
  return {{std::string(model::kIndexKind), parent.schema, parent.name, {}},
          {std::string(model::kPrimaryKeyKind), parent.schema, parent.table, parent.name},
          {std::string(model::kUniqueKind), parent.schema, parent.table, parent.name}};
}

bool stays(const model::IndexParent& parent, const model::Transition& transition) {
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
