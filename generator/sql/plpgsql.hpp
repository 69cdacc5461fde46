// Bodies in PL/pgSQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sql/function_statement.hpp"

namespace schemac::compiler::sql {

/// The first mistake of syntax in the body of `function`, whose whole statement is `text`; nothing where it
/// is in another language. What only a server can judge (names, types) is not looked at.
std::optional<SqlError> plpgsql_mistake(std::string_view text, const FunctionStatement& function);

/// The names in the declarations of a body, each once, sorted: the server looks their types up when the
/// function is created, and nothing else.
std::vector<std::string> declared_names(std::string_view body);

}  // namespace schemac::compiler::sql
