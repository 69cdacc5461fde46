// The state of a schema after its migrations: nothing, changed by one after the other.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "history/migration.hpp"
#include "model/model.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::history {

struct Fold {
  model::Model model;
  std::vector<std::string> heads;      ///< the migrations that no other one has as its parent
  std::vector<model::Rename> renames;  ///< all that were ever done
};

/// Applies `migrations`, sorted by version. Each change's `from` must be what the ones before it have left:
/// SC6002 where it is not, with both places; SC6003 for a parent that is not there. Two migrations of one
/// parent that change different objects commute, and so are taken in any order.
Fold fold(std::span<const Migration> migrations, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::history
