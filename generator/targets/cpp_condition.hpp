// SQL conditions as C++ over operands (schemac/query/operand.hpp), as far as both compute the same.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/model.hpp"
#include "sql/condition.hpp"
#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

/// What a column of a condition is; nothing for a name that means none.
using OperandLookup = std::function<std::optional<CppOperand>(const std::string& column)>;

/// The condition as an Operand<bool>, on one line. Nothing where C++ might disagree with PostgreSQL: text
/// that is ordered, patterns, anything that depends on a setting.
std::optional<std::string> cpp_condition(const sql::Term& term, const OperandLookup& lookup,
                                         const model::Model& model);

}  // namespace schemac::compiler::targets
