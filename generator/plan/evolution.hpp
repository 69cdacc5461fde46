// All that leads from one state of a schema to another: what is renamed, what differs then, and the steps.
#pragma once

#include <span>
#include <vector>

#include "diff/diff.hpp"
#include "diff/renaming.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::plan {

struct Evolution {
  diff::Renaming renaming;
  std::vector<diff::Change> changes;  ///< from the renamed state to the other
  std::vector<model::Step> steps;

  [[nodiscard]] bool empty() const { return renaming.renames.empty() && changes.empty(); }
};

/// @throws std::logic_error as plan() does.
Evolution evolve(const model::Model& before, const model::Model& after,
                 std::span<const model::ObjectKind* const> kinds);

/// The way back: from `after` to `before`, with the renames of `way` undone. REQUIRES: way == evolve(before,
/// after, kinds).
Evolution evolve_back(const model::Model& before, const model::Model& after, const Evolution& way,
                      std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::plan
