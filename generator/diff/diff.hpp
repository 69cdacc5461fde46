// Model x Model -> Changes: what is new, gone or different between two states of a schema.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/model.hpp"

namespace schemac::compiler::diff {

/// One object that differs: born without `from`, gone without `to`, altered with both (same identity then).
struct Change {
  std::optional<model::Object> from;
  std::optional<model::Object> to;

  [[nodiscard]] const model::ObjectId& id() const { return to ? to->id : from->id; }
};

/// The changes that lead from `before` to `after`, sorted by identity. Objects are compared by identity and
/// state; what only generated code sees (notes) and where they are defined does not count.
std::vector<Change> diff(const model::Model& before, const model::Model& after);

/// The changes as canonical JSON (`schemac dump --stage=changes`).
std::string to_json(const std::vector<Change>& changes);

}  // namespace schemac::compiler::diff
