// CREATE FUNCTION and CREATE PROCEDURE, taken apart.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sql/expression.hpp"

namespace schemac::compiler::sql {

/// A type as a function's signature names it: PostgreSQL's own print of built-in ones ("integer" for int4),
/// any other as it was written; without parameters, which a signature does not keep.
struct SignatureType {
  std::string name;    ///< "public.bills", "character varying"
  bool setof = false;  ///< of a result
  bool array = false;
  bool qualified = false;  ///< names its schema, or is the server's own

  /// "SETOF public.bills[]"
  [[nodiscard]] std::string text() const;
};

struct FunctionParameter {
  std::string name;
  SignatureType type;
  std::string mode;         ///< "in", "out", "inout", "variadic" or "table"
  std::string default_sql;  ///< canonical; empty: none
};

/// Each member as model::Function has it; places are bytes of the text.
struct FunctionStatement {
  std::string schema;  ///< empty where the name has none
  std::string name;
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  bool procedure = false;
  std::vector<FunctionParameter> parameters;
  std::optional<SignatureType> returns;
  std::string language;
  std::string body;
  std::optional<std::size_t> body_begin;  ///< where the body stands verbatim in the text
  std::string volatility = "volatile";
  std::string parallel = "unsafe";
  bool strict = false;
  bool security_definer = false;
  bool leakproof = false;
  bool window = false;
  std::string cost;
  std::string rows;
  std::vector<std::string> settings;
};

/// Parses exactly one such statement. The body of a PL/pgSQL function is checked for mistakes of syntax too.
std::variant<FunctionStatement, SqlError> parse_function(std::string_view text);

}  // namespace schemac::compiler::sql
