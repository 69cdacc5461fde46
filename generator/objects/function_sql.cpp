// CREATE FUNCTION, written: one attribute a line, the body in dollar quotes that it does not hold itself.
#include "objects/function_sql.hpp"

#include <string_view>

#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Function;
using model::FunctionArgument;

std::string upper(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return result;
}

std::string argument_sql(const FunctionArgument& argument) {
  std::string sql = argument.mode == "in" || argument.mode == "table" ? "" : upper(argument.mode) + " ";
  if (!argument.name.empty()) sql += support::quote_identifier(argument.name) + " ";
  sql += argument.type;
  if (!argument.default_sql.empty()) sql += " DEFAULT " + argument.default_sql;
  return sql;
}

/// The arguments of a result ("table"), or all others, in brackets.
std::string argument_list(const Function& function, bool of_table) {
  std::string list;
  for (const FunctionArgument& argument : function.arguments) {
    if ((argument.mode == "table") == of_table) list += (list.empty() ? "" : ", ") + argument_sql(argument);
  }
  return "(" + list + ")";
}

std::string result_sql(const Function& function) {
  const std::string table = argument_list(function, true);
  if (table != "()") return "\n    RETURNS TABLE " + table;
  return function.returns.empty() ? "" : "\n    RETURNS " + function.returns;
}

std::string attributes_sql(const Function& function) {
  std::string sql;
  for (const std::string& type : function.transforms)
    sql += (sql.empty() ? " TRANSFORM FOR TYPE " : ", FOR TYPE ") + type;
  if (function.volatility != "volatile") sql += " " + upper(function.volatility);
  if (function.window) sql += " WINDOW";
  if (function.strict) sql += " STRICT";
  if (function.leakproof) sql += " LEAKPROOF";
  if (function.security_definer) sql += " SECURITY DEFINER";
  if (function.parallel != "unsafe") sql += " PARALLEL " + upper(function.parallel);
  if (!function.cost.empty()) sql += " COST " + function.cost;
  if (!function.rows.empty()) sql += " ROWS " + function.rows;
  if (!function.support.empty()) sql += " SUPPORT " + function.support;
  return sql.empty() ? sql : "\n   " + sql;
}

/// $$, or $body$, $body1$, … where the body holds that.
std::string quoted_body(const std::string& body) {
  std::string tag = "$$";
  const auto collides = [&] {
    return body.find(tag) != std::string::npos || (body + tag).find(tag) != body.size();
  };
  for (int number = 0; collides(); ++number) {
    tag = "$body" + (number == 0 ? std::string() : std::to_string(number)) + "$";
  }
  return tag + body + tag;
}

std::string body_sql(const Function& function) {
  if (function.standard_body) return function.body;
  if (function.library.empty()) return "AS " + quoted_body(function.body);
  return "AS " + support::quote_literal(function.library) + ", " + support::quote_literal(function.body);
}

}  // namespace

std::string create_function(const model::ObjectId& id, const Function& function, std::string_view create) {
  std::string sql = std::string(create) + (function.procedure ? "PROCEDURE " : "FUNCTION ") +
                    id.qualified_name() + argument_list(function, false) + result_sql(function) +
                    "\n    LANGUAGE " + support::quote_identifier(function.language) +
                    attributes_sql(function);
  for (const std::string& setting : function.settings) sql += "\n    SET " + setting;
  return sql + "\n    " + body_sql(function);
}

bool takes_place_of(const Function& from, const Function& to) {
  if (from.procedure != to.procedure || from.window != to.window || from.returns != to.returns) return false;
  if (from.arguments.size() != to.arguments.size()) return false;
  for (std::size_t i = 0; i < to.arguments.size(); ++i) {
    const FunctionArgument& old = from.arguments[i];
    const FunctionArgument& now = to.arguments[i];
    if (old.type != now.type || old.mode != now.mode) return false;
    const bool of_result = old.mode == "table" || old.mode == "out" || old.mode == "inout";
    if (old.name != now.name && (of_result || !old.name.empty())) return false;
    if (!old.default_sql.empty() && now.default_sql.empty()) return false;
  }
  return true;
}

}  // namespace schemac::compiler::objects
