// The unique keys of a table by which generated code finds the row that an upsert meets.
#pragma once

#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

/// Those of plain columns, sorted by name: unique constraints that are checked at once, unique indexes, and
/// the primary key where whoever inserts a row gives it. None for what nobody writes.
std::vector<CppUnique> cpp_unique(const CppTable& table, const model::Model& model);

}  // namespace schemac::compiler::targets
