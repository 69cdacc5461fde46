// A migration as the compiler knows it: what change.json holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diff/diff.hpp"
#include "model/hints.hpp"

namespace schemac::compiler::history {

/// "20261120093000_add_bill_links": 14 digits, `_` and a name. Migrations run in the order of their versions.
struct Migration {
  std::string version;
  std::vector<std::string> parents;    ///< the last ones when it was written; none: it is the first
  std::vector<model::Rename> renames;  ///< done before the changes, in this order
  std::vector<diff::Change> changes;   ///< sorted by identity; states only
  std::vector<std::string> hazards;    ///< the codes of what was allowed to happen, sorted
  std::vector<std::string> replaces;   ///< after a squash: the versions whose work it does; sorted
  bool hand_written = false;           ///< its scripts are not made from its changes
};

/// The texts of a migration's folder.
struct MigrationFiles {
  std::string up;      ///< up.sql
  std::string down;    ///< down.sql
  std::string change;  ///< change.json
};

}  // namespace schemac::compiler::history
