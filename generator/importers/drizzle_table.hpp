// One table of a Drizzle snapshot.
#pragma once

#include "importers/imported_schema.hpp"
#include "support/diagnostic.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::importers {

/// The table that `value` describes; extensions that its types and operator classes come from are added to
/// `extensions`. Findings as read_drizzle has them.
ImportedTable read_drizzle_table(const syntax::Value& value, std::set<std::string>& extensions,
                                 support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::importers
