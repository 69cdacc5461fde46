// Expressions that PostgreSQL prints, in the form in which people write them.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::importers {

/// Without the parentheses that stand around all of it: "(votes > 0)" -> "votes > 0".
std::string bare(std::string_view expression);

/// A key of an index: an expression in parentheses, unless it is one call.
std::string index_expression(std::string_view expression);

}  // namespace schemac::compiler::importers
