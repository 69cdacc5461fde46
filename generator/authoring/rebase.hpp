// Puts the migrations of one branch behind those of the others, as if they had been written there.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "history/migration.hpp"
#include "model/object_kind.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::authoring {

/// A migration that takes the place of others.
struct Rewritten {
  std::vector<std::string> replaces;  ///< the folders that go
  history::Migration migration;
  history::MigrationFiles files;
};

/// The texts of a migration's folder, by its version.
using ReadFiles = std::function<history::MigrationFiles(const std::string& version)>;

/// The migrations of the branch that `version` is on: those that no other branch has. Empty where there is no
/// other branch. REQUIRES: `version` is one of `migrations`.
std::vector<std::string> branch_of(const std::string& version,
                                   std::span<const history::Migration> migrations);

/// `branch`, which are versions of `migrations`, with new parents, and new versions where theirs are not the
/// last ones. Scripts whose plan is another now are made anew: SC6007 where such a one is not the plan that
/// it was, but changed by hand. SC6006 as report_conflicts() says; nothing is returned then.
std::vector<Rewritten> rebase(const std::vector<std::string>& branch,
                              std::span<const history::Migration> migrations, const ReadFiles& read,
                              std::span<const model::ObjectKind* const> kinds,
                              const support::Sources& sources, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::authoring
