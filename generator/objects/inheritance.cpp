// Parents are found in both states of the schema: in the table's own list, and in the object that makes it a
// partition. One that it gets is linked when all is there, and one that it loses is let go before: neither
// brings or takes anything.
#include "objects/inheritance.hpp"

#include <algorithm>

#include "model/partition.hpp"
#include "model/table.hpp"
#include "objects/attachment.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;

const model::Table* table_in(const model::Model& model, const ObjectId& table) {
  const model::Object* object = model.find(table);
  return object == nullptr ? nullptr : &object->state.as<model::Table>();
}

bool names(const model::Table* table, const std::string& parent) {
  return table != nullptr &&
         std::find(table->inherits.begin(), table->inherits.end(), parent) != table->inherits.end();
}

/// The parents that it has all the time.
std::vector<ObjectId> parents_of(const ObjectId& table, const model::Transition& transition) {
  std::vector<ObjectId> parents;
  const std::string kind(model::kTableKind);
  if (stays_attached(table, transition)) {
    const auto& state = transition.after.find(model::attachment_of(table))->state.as<model::Partition>();
    parents.push_back({kind, state.parent_schema, state.parent, {}});
  }
  const model::Table* before = table_in(transition.before, table);
  const model::Table* after = table_in(transition.after, table);
  if (before != nullptr && !before->inherits.empty()) {
    for (const model::Object& other : transition.before.of_kind(kind)) {
      const std::string parent = other.id.qualified_name();
      if (names(before, parent) && names(after, parent)) parents.push_back(other.id);
    }
  }
  return parents;
}

}  // namespace

std::vector<ParentPart> parent_parts(const ObjectId& part, const model::Transition& transition) {
  std::vector<ParentPart> parts;
  for (const ObjectId& parent : parents_of(table_of(part), transition)) {
    const ObjectId id = parent.child(part.kind, part.part);
    parts.push_back({transition.before.find(id), transition.after.find(id)});
  }
  return parts;
}

bool comes_from_parent(const model::Object& part, const model::Transition& transition) {
  if (transition.before.find(table_of(part.id)) == nullptr) return false;
  const auto parents = parent_parts(part.id, transition);
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
  const auto parents = parent_parts(part.id, transition);
  return std::any_of(parents.begin(), parents.end(), [](const ParentPart& parent) {
    return parent.before != nullptr && parent.after == nullptr;
  });
}

}  // namespace schemac::compiler::objects
