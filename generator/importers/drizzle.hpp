// Drizzle's snapshots: the state that drizzle-kit keeps beside each migration (meta/*_snapshot.json, version
// 7).
#pragma once

#include <optional>

#include "importers/imported_schema.hpp"
#include "support/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace schemac::compiler::importers {

/// What `snapshot` describes, with findings at their places in it: SC1701 where it is no such snapshot
/// (nothing is returned), SC1702 as a warning for each thing that is not carried over, by its name, and
/// SC1703 as a warning for a name that PostgreSQL has cut, which is cut here alike, and SC1705 for a unique
/// constraint that PostgreSQL has not made, because another is the same.
std::optional<ImportedSchema> read_drizzle(const syntax::Document& snapshot,
                                           support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::importers
