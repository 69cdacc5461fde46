// Domain types, roles, grants and policies of the definitions, as this test reads them itself, and the facts
// that the catalogue should hold of them.
#pragma once

#include <map>
#include <string>

#include "acceptance/catalogue/facts.hpp"
#include "acceptance/catalogue/security_definitions.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

/// The statements that make the domain types.
std::string types_sql(const SecurityDefinitions& definitions);

/// What the catalogue should say. `loaded` holds the schema itself: PostgreSQL is asked there, in a
/// transaction that is rolled back, how it spells the conditions of policies, which may call functions of the
/// schema.
/// @param spelling what the empty database said of each "check <name>" and "type default <name>".
Facts security_facts(const SecurityDefinitions& definitions,
                     const std::map<std::string, std::string>& spelling, TestDatabase& loaded);

}  // namespace schemac::testing
