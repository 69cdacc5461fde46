// Everything that definitions may say: the concrete types, rules, features and kinds that driver/registry
// lists.
#pragma once

#include <span>

#include "model/column_type.hpp"
#include "model/object_kind.hpp"
#include "model/validator_rule.hpp"

namespace schemac::compiler::model {

/// Borrows from the registry, which outlives every stage.
struct Vocabulary {
  std::span<const ColumnType* const> types;
  std::span<const ValidatorRule* const> rules;
  std::span<const Feature* const> features;  ///< in the order in which they run
  std::span<const ObjectKind* const> kinds;  ///< in the order in which their keys are read

  [[nodiscard]] const ObjectKind& kind(std::string_view name) const;
};

}  // namespace schemac::compiler::model
