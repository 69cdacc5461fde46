// One state of a schema under the names of the next: what was renamed is then the same object with another
// state, or none.
#pragma once

#include <vector>

#include "model/model.hpp"

namespace schemac::compiler::diff {

struct Renaming {
  model::Model before;                 ///< with the names that `after` has
  std::vector<model::Rename> renames;  ///< in the order in which they can be done: tables before their parts
};

/// Renames are what `after` declares, as far as they are not done yet (the old name is in `before`, the new
/// one is not), and indexes, constraints, policies and triggers of one table that differ in nothing but the
/// name, which are renamed because no other way is as cheap. Texts that mention a name follow it as
/// PostgreSQL's own references do; one that does not become what `after` has is an ordinary difference.
Renaming rename(const model::Model& before, const model::Model& after);

/// The objects, in their order, as the renames leave them.
std::vector<model::Object> renamed(std::vector<model::Object> objects,
                                   const std::vector<model::Rename>& renames);

}  // namespace schemac::compiler::diff
