// Which file a table is written into.
#pragma once

#include <string>
#include <vector>

#include "importers/imported_schema.hpp"

namespace schemac::compiler::importers {

/// So many tables whose names begin alike are a domain of their own.
inline constexpr std::size_t kTablesOfDomain = 3;

/// The domain of each table, by its place in the schema. The rule: tables are grouped by the first word of
/// their names, in the singular (bills, bill_votes and bill_readings make "bill"); groups smaller than
/// kTablesOfDomain go together into "core". Each schema but public is a domain by itself.
std::vector<std::string> domains_of(const ImportedSchema& schema);

}  // namespace schemac::compiler::importers
