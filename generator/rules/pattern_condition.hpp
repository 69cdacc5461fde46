// A pattern as a condition in SQL and C++: what `pattern` and `format` have in common.
#pragma once

#include <string>
#include <string_view>

#include "rules/rule_text.hpp"

namespace schemac::compiler::rules {

/// `column ~ 'pattern'`, for PostgreSQL. The pattern is known to be in the shared subset.
std::string pattern_sql(std::string_view pattern, const TypeUse& type, std::string_view column);

/// The C++ condition: the pattern is compiled at the first use.
std::string pattern_cpp(std::string_view pattern, const TypeUse& type, std::string_view value);

}  // namespace schemac::compiler::rules
