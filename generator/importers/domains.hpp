// Which file a table is written into.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "importers/imported_schema.hpp"

namespace schemac::compiler::importers {

/// So many tables whose names begin alike are a domain of their own.
inline constexpr std::size_t kTablesOfDomain = 3;

struct Domains {
  std::vector<std::string> of_tables;             ///< by their places in the schema
  std::map<std::string, std::string> of_schemas;  ///< of all but public
};

/// The rule: tables are grouped by the first word of their names, in the singular (bills, bill_votes and
/// bill_readings make "bill"); groups smaller than kTablesOfDomain go together into "core". Each schema but
/// public is a domain by itself, whose name is snake_case, since a file has it too.
Domains domains_of(const ImportedSchema& schema);

}  // namespace schemac::compiler::importers
