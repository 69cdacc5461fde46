// Parents are found in a state of the schema: in the table's own list, and in the object that makes it a
// partition.
#include "objects/inheritance.hpp"

#include <algorithm>

#include "model/partition.hpp"
#include "model/table.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;

std::vector<ObjectId> parents_of(const ObjectId& table, const model::Model& model) {
  std::vector<ObjectId> parents;
  const std::string kind(model::kTableKind);
  const ObjectId partition{std::string(model::kPartitionKind), table.schema, table.name, {}};
  if (const model::Object* object = model.find(partition)) {
    const auto& state = object->state.as<model::Partition>();
    parents.push_back({kind, state.parent_schema, state.parent, {}});
  }
  const model::Object* object = model.find(table);
  if (object == nullptr) return parents;
  const auto& names = object->state.as<model::Table>().inherits;
  if (names.empty()) return parents;
  for (const model::Object& other : model.of_kind(kind)) {
    if (std::find(names.begin(), names.end(), other.id.qualified_name()) != names.end())
      parents.push_back(other.id);
  }
  return parents;
}

}  // namespace

std::vector<ParentPart> parent_parts(const ObjectId& part, const model::Model& model,
                                     const model::Transition& transition) {
  std::vector<ParentPart> parts;
  for (const ObjectId& parent : parents_of(table_of(part), model)) {
    if (transition.before.find(parent) == nullptr || transition.after.find(parent) == nullptr) continue;
    const ObjectId id = parent.child(part.kind, part.part);
    parts.push_back({transition.before.find(id), transition.after.find(id)});
  }
  return parts;
}

bool comes_from_parent(const model::Object& part, const model::Transition& transition) {
  if (transition.before.find(table_of(part.id)) == nullptr) return false;
  const auto parents = parent_parts(part.id, transition.after, transition);
  return std::any_of(parents.begin(), parents.end(), [](const ParentPart& parent) {
    return parent.before == nullptr && parent.after != nullptr;
  });
}

bool stays_with_child(const model::Object& part, const model::Transition& transition) {
  const std::string parent = part.id.qualified_name();
  for (const model::Object& table : transition.before.of_kind(model::kTableKind)) {
    const auto& inherits = table.state.as<model::Table>().inherits;
    if (std::find(inherits.begin(), inherits.end(), parent) == inherits.end()) continue;
    const ObjectId id = table.id.child(part.id.kind, part.id.part);
    if (transition.before.find(id) != nullptr && transition.after.find(id) != nullptr) return true;
  }
  return false;
}

bool goes_with_parent(const model::Object& part, const model::Transition& transition) {
  const auto parents = parent_parts(part.id, transition.before, transition);
  return std::any_of(parents.begin(), parents.end(), [](const ParentPart& parent) {
    return parent.before != nullptr && parent.after == nullptr;
  });
}

}  // namespace schemac::compiler::objects
