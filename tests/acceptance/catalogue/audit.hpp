// What "audit" asks PostgreSQL for: the table beside the audited one, triggers, and the functions that they
// call.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "acceptance/catalogue/definitions.hpp"

namespace schemac::testing {

/// Adds the audit table of `table`, and its triggers to both. REQUIRES: `table` has its key.
void add_audit(const nlohmann::ordered_json& form, TableDefinition& table, Definitions& definitions);

}  // namespace schemac::testing
