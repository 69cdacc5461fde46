// The named checks of a table, as its validators and its documentation see them.
#pragma once

#include <vector>

#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

/// Those of the table's definition, in the order of their constraints' names. REQUIRES the table's columns
/// and key.
std::vector<CppRowCheck> cpp_row_checks(const CppTable& table, const model::Model& model);

}  // namespace schemac::compiler::targets
