// A pattern as a condition in SQL and C++.
#include "rules/pattern_condition.hpp"

#include "rules/shared_pattern.hpp"

namespace schemac::compiler::rules {
namespace {

std::string written(std::string_view pattern, PatternDialect dialect) {
  auto parsed = parse_pattern(pattern);
  return write_pattern(std::get<SharedPattern>(parsed), dialect);
}

}  // namespace

std::string pattern_sql(std::string_view pattern, const TypeUse& type, std::string_view column) {
  return sql_text(column, type) + " ~ " + sql_literal(written(pattern, PatternDialect::postgres));
}

std::string pattern_cpp(std::string_view pattern, const TypeUse& type, std::string_view value) {
  return "schemac::rules::matches<" + cpp_literal(written(pattern, PatternDialect::re2)) + ">(" +
         stored_text(value, type) + ")";
}

}  // namespace schemac::compiler::rules
