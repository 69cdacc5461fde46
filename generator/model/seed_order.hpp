// In which order the rows of seeds can be inserted: a table comes after those that its rows refer to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/model.hpp"
#include "model/seeds.hpp"

namespace schemac::compiler::model {

/// The environments of all seeds, sorted.
std::vector<std::string> seed_environments(const Model& model);

struct SeedOrder {
  std::vector<const Object*> tables;
  std::vector<const Object*> cycle;  ///< empty, or tables whose rows refer to each other in a ring
};

/// The tables that have rows in an environment. References that may wait for the end of the transaction do
/// not count, nor do those to rows of the same table: they all come in one statement.
SeedOrder seed_order(const Model& model, std::string_view environment);

}  // namespace schemac::compiler::model
