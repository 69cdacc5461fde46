// What tables have from their parents: those that they inherit from, and the one whose partition they are.
// What is done to a parent's column or check PostgreSQL does to theirs.
#pragma once

#include <string_view>
#include <vector>

#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// A parent's part of the same name, in both states; nullptr where it is not there.
struct ParentPart {
  const model::Object* before = nullptr;
  const model::Object* after = nullptr;
};

/// Those of all parents that the table has in both states.
std::vector<ParentPart> parent_parts(const model::ObjectId& part, const model::Transition& transition);

/// Whether a parent that was there brings the part along: it gets one of that name.
bool comes_from_parent(const model::Object& part, const model::Transition& transition);
/// Whether a parent that stays takes the part along: it loses its own.
bool goes_with_parent(const model::Object& part, const model::Transition& transition);

/// Whether a child keeps the part that its parent loses.
bool stays_with_child(const model::Object& part, const model::Transition& transition);

}  // namespace schemac::compiler::objects
