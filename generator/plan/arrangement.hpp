// Puts objects into an order in which they can be created, and folds parts into what they belong to.
#pragma once

#include <span>
#include <vector>

#include "model/object_kind.hpp"

namespace schemac::compiler::plan {

/// An object and its kind; both outlive the plan.
struct Member {
  const model::Object* object = nullptr;
  const model::ObjectKind* kind = nullptr;
};

/// One statement: the object that it creates or drops, and those that come or go with it.
struct Vertex {
  Member head;
  std::vector<Member> folded;
};

/// What is folded into its owner, where both are among the objects: what CREATE can hold as a clause, or
/// everything that DROP takes along. Not what would then have to come before itself: one of two foreign keys
/// that point at each other's tables stays a statement of its own.
enum class Folding { clauses, all_that_belongs };

/// @param objects in any order; the result does not depend on it. @param model the state that holds them.
/// @throws std::logic_error where objects need each other in a circle, which is printed.
std::vector<Vertex> arrange(const std::vector<const model::Object*>& objects, const model::Model& model,
                            std::span<const model::ObjectKind* const> kinds, Folding folding);

}  // namespace schemac::compiler::plan
