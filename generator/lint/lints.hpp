// All lints; only driver/registry lists them.
#pragma once

#include "lint/lint.hpp"

namespace schemac::compiler::lint {

// Errors: PostgreSQL refuses it, or the generated code could not keep its word.
const Lint& foreign_key_target();    // SC1413
const Lint& foreign_key_set_null();  // SC1414
const Lint& foreign_key_unlogged();  // SC1415
const Lint& foreign_key_check();     // SC1416
const Lint& one_name();              // SC1305
const Lint& page_unique();           // SC1442
const Lint& seed_cycle();            // SC1617

// Warnings about who may do what.
const Lint& open_to_everybody();            // SC3040
const Lint& unguarded_personal_data();      // SC3041
const Lint& row_security_without_policy();  // SC3043

// Warnings.
const Lint& foreign_key_index();       // SC3001
const Lint& redundant_index();         // SC3002
const Lint& timestamp_without_zone();  // SC3003
const Lint& float_money();             // SC3004
const Lint& nullable_boolean();        // SC3005
const Lint& table_without_key();       // SC3006
const Lint& expiry_index();            // SC3009
const Lint& shape_without_rule();      // SC3010
const Lint& page_index();              // SC3007
const Lint& text_named_type();         // SC3011
const Lint& check_of_time();           // SC3012
const Lint& soft_delete_index();       // SC3013

}  // namespace schemac::compiler::lint
