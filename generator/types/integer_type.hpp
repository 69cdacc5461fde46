// smallint, integer, bigint and their serial spellings: whole numbers that differ in their range alone.
#pragma once

#include "types/scalar_type.hpp"

namespace schemac::compiler::types {

/// A JSON number without fraction and exponent, in the range of the type's shape.
LiteralResult integer_literal(const syntax::Value& json, const TypeUse& type);
std::optional<Refusal> refuse_integer(std::string_view text, const TypeUse& type);

/// A serial spelling: the integer type, marked so that resolve makes the column an identity column.
TypeUse serial_use(std::string_view sql, Shape shape);

}  // namespace schemac::compiler::types
