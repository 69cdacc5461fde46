// Reads a type of a function's signature out of a parse tree.
#pragma once

#include "sql/function_statement.hpp"

struct PgQuery__TypeName;

namespace schemac::compiler::sql {

SignatureType signature_type(const PgQuery__TypeName& type);

}  // namespace schemac::compiler::sql
