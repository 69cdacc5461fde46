// What keeps migrations of two branches from standing one behind the other.
#pragma once

#include <span>
#include <vector>

#include "history/migration.hpp"
#include "model/object_kind.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::authoring {

using MigrationList = std::vector<const history::Migration*>;

/// The migrations of two branches since they parted, and what each branch has made in the end.
struct Branches {
  MigrationList moved;
  const model::Model& moved_model;
  MigrationList others;
  const model::Model& others_model;
};

/// SC6006 for each object that both branches change, and for each that one takes away while something new of
/// the other needs it; each with both places.
void report_conflicts(const Branches& branches, std::span<const model::ObjectKind* const> kinds,
                      const support::Sources& sources, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::authoring
