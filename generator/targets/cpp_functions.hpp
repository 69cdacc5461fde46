// The repository functions of a table: how they are declared, and what they do.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "targets/cpp_schema.hpp"

namespace schemac::compiler::targets {

struct CppFunction {
  std::string doc;
  std::string result;                   ///< "std::optional<Row>"
  std::string name;                     ///< "find"
  std::vector<std::string> parameters;  ///< "schemac::Executor& db"
  bool hides_deleted = false;           ///< takes a schemac::Deleted as well
  std::vector<std::string> body;        ///< statements, indented after their first line
};

/// In the order in which a header lists them.
std::vector<CppFunction> cpp_functions(const CppTable& table);

/// `Row insert(schemac::Executor& db, const Insert& row)`, on as many lines as it takes.
/// @param tail ";" for a declaration, which has default arguments, or " {" for a definition
std::string cpp_signature(const CppFunction& function, std::string_view tail);

}  // namespace schemac::compiler::targets
