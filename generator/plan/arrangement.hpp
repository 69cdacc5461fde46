// Puts what happens to objects into an order in which it can happen, and folds parts into what they belong
// to.
#pragma once

#include <span>
#include <vector>

#include "plan/fate.hpp"

namespace schemac::compiler::plan {

/// What a vertex does, in the order in which a script shows them where nothing else decides.
enum class Phase : std::uint8_t {
  reduce,     ///< an object sheds what goes
  go,         ///< it is dropped, or renamed out of the way
  come,       ///< it is created or altered
  take_over,  ///< it gets what its superseded namesake holds
  discard     ///< the superseded one is dropped
};

struct Vertex {
  Phase phase = Phase::come;
  const Fate* head = nullptr;
  std::vector<const Fate*> folded;  ///< those that come or go by the same statement
};

/// The result depends on the fates and the order of `kinds` alone. What is folded into its owner, where both
/// come or both go: what CREATE can hold as a clause, and everything that DROP takes along. Not what would
/// then have to come before itself: one of two foreign keys that point at each other's tables stays a
/// statement of its own.
/// @throws std::logic_error where vertices need each other in a circle, which is printed.
std::vector<Vertex> arrange(const Fates& fates, const model::Transition& transition,
                            std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::plan
