// Reads what a column holds when nothing is given: SQL after "=", "default_sql", or the JSON literal of
// "default".
#pragma once

#include "model/definition.hpp"
#include "resolve/type_table.hpp"

namespace schemac::compiler::resolve {

/// The canonical default of SQL at bytes `range` of the string `value`; empty where it is refused: SC1201 not
/// an expression, SC1106 not a value of the type, SC1108 refers to a column.
std::string read_sql_default(model::Draft& draft, const syntax::Value& value, Range range,
                             const ResolvedType& type);

/// The same of a JSON literal.
std::string read_json_default(model::Draft& draft, const syntax::Value& literal, const ResolvedType& type);

/// SC1106 at `place` where `text`, the content of an SQL string literal, surely is no value of the type.
void expect_value(model::Draft& draft, support::Span place, std::string_view text, const ResolvedType& type);

}  // namespace schemac::compiler::resolve
