// What stands in an SQL expression: the names that it uses, and the values that it compares with. The row
// maker draws on them to satisfy conditions that it does not understand.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::verify {

struct ExpressionWords {
  std::set<std::string> names;       ///< identifiers and keywords, unquoted
  std::vector<std::string> strings;  ///< the contents of '…'
  std::vector<std::string> numbers;  ///< without sign
};

/// REQUIRES: an expression as PostgreSQL prints it (no comments, no dollar quotes).
ExpressionWords words_of(std::string_view expression);

}  // namespace schemac::compiler::verify
