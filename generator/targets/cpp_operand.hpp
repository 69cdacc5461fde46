// Columns and literals as operands of conditions (schemac/query/operand.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/model.hpp"
#include "sql/condition.hpp"
#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

// The T of an Operand<T> that several columns' types share.
inline constexpr std::string_view kBoolOperand = "bool";
inline constexpr std::string_view kIntegerOperand = "std::int64_t";
inline constexpr std::string_view kFloatOperand = "double";
inline constexpr std::string_view kDecimalOperand = "schemac::Decimal";
inline constexpr std::string_view kTextOperand = "std::string_view";
inline constexpr std::string_view kExtentOperand = "schemac::Extent";  ///< of what conditions do not compare

/// The T of the column's Operand<T>: one of the above, or the column's own type, "BillStatus".
std::string operand_type(const CppColumn& column);

/// The same of a type that a cast names as PostgreSQL's catalogue does: "int4". Empty for others.
std::string operand_type_of_cast(std::string_view name);

bool is_literal(const sql::Term& term);

/// A literal as C++ that an Operand<type> can be made of: "0", "BillStatus::published". Nothing where it is
/// no value of that type.
std::optional<std::string> operand_literal(const sql::Term& term, std::string_view type,
                                           const model::Model& model);

/// The column's default as an operand, where that is a literal.
std::optional<std::string> operand_default(const CppColumn& column, const model::Model& model);

}  // namespace schemac::compiler::targets
