// Takes CREATE FUNCTION apart: the name and the parameters, then the options in whatever order they stand.
#include "sql/function_statement.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>

#include "sql/lexical.hpp"
#include "sql/plpgsql.hpp"
#include "sql/signature_type.hpp"
#include "sql/statement.hpp"
#include "sql/wrapped.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::sql {
namespace {

using Result = std::variant<FunctionStatement, SqlError>;

std::string_view string_of(const PgQuery__Node* node) {
  return node != nullptr && node->node_case == PG_QUERY__NODE__NODE_STRING ? node->string->sval
                                                                           : std::string_view();
}

bool flag_of(const PgQuery__Node* node) {
  if (node == nullptr) return true;
  return node->node_case != PG_QUERY__NODE__NODE_BOOLEAN || node->boolean->boolval != 0;
}

std::string number_of(const PgQuery__Node* node) {
  if (node == nullptr) return {};
  if (node->node_case == PG_QUERY__NODE__NODE_INTEGER) return std::to_string(node->integer->ival);
  return node->node_case == PG_QUERY__NODE__NODE_FLOAT ? node->float_->fval : "";
}

std::string mode_of(PgQuery__FunctionParameterMode mode) {
  switch (mode) {
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT:
      return "out";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_INOUT:
      return "inout";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC:
      return "variadic";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE:
      return "table";
    default:
      return "in";
  }
}

/// Settings whose value is a list of names, which SQL writes unquoted.
bool is_list_of_names(std::string_view setting) {
  return setting == "search_path" || setting == "temp_tablespaces" || setting == "session_preload_libraries";
}

std::string setting_value(const PgQuery__Node& node, bool names) {
  if (node.node_case != PG_QUERY__NODE__NODE_A_CONST) return {};
  const PgQuery__AConst& constant = *node.a_const;
  switch (constant.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      return std::to_string(constant.ival->ival);
    case PG_QUERY__A__CONST__VAL_FVAL:
      return constant.fval->fval;
    case PG_QUERY__A__CONST__VAL_SVAL: {
      const std::string_view text = constant.sval->sval;
      return names && !text.empty() ? support::quote_identifier(text) : support::quote_literal(text);
    }
    default:
      return {};
  }
}

/// "search_path TO pg_catalog, public"; empty for what is no plain value (FROM CURRENT).
std::string setting_of(const PgQuery__Node* node) {
  if (node == nullptr || node->node_case != PG_QUERY__NODE__NODE_VARIABLE_SET_STMT) return {};
  const PgQuery__VariableSetStmt& set = *node->variable_set_stmt;
  if (set.kind != PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE) return {};
  std::string text = std::string(set.name) + " TO ";
  for (std::size_t i = 0; i < set.n_args; ++i) {
    const std::string value = setting_value(*set.args[i], is_list_of_names(set.name));
    if (value.empty()) return {};
    text += (i > 0 ? ", " : "") + value;
  }
  return text;
}

class Reader {
 public:
  Reader(const PgQuery__CreateFunctionStmt& tree, std::string_view text) : tree_(tree), text_(text) {}

  Result run() {
    read_name();
    for (std::size_t i = 0; i < tree_.n_parameters && !error_; ++i) {
      read_parameter(*tree_.parameters[i]->function_parameter);
    }
    read_returns();
    for (std::size_t i = 0; i < tree_.n_options && !error_; ++i) read_option(*tree_.options[i]->def_elem);
    std::sort(result_.settings.begin(), result_.settings.end());
    if (!error_ && tree_.sql_body != nullptr) fail("the body stands in quotes here: AS $$ … $$", 0, 0);
    if (!error_ && result_.language.empty()) fail("the function names no LANGUAGE", 0, 0);
    if (error_) return *error_;
    return std::move(result_);
  }

 private:
  void fail(std::string message, std::size_t begin, std::size_t end) {
    error_ = SqlError{std::move(message), begin, end};
    if (begin == end) {
      error_->begin = result_.name_begin;
      error_->end = result_.name_end;
    }
  }

  void read_name() {
    result_.procedure = tree_.is_procedure != 0;
    result_.name = string_of(tree_.funcname[tree_.n_funcname - 1]);
    if (tree_.n_funcname > 1) result_.schema = string_of(tree_.funcname[tree_.n_funcname - 2]);
    // The tree does not say where the name stands: behind the first word FUNCTION or PROCEDURE.
    result_.name_begin = first_token_after(text_, result_.procedure ? "procedure" : "function");
    result_.name_end = name_end(text_, result_.name_begin);
  }

  void read_parameter(const PgQuery__FunctionParameter& tree) {
    FunctionParameter parameter{tree.name, signature_type(*tree.arg_type), mode_of(tree.mode), {}};
    if (tree.defexpr != nullptr) {
      const std::string printed = deparse_select(*tree.defexpr);
      parameter.default_sql = canonical_text(*tree.defexpr, printed, {});
      if (parameter.default_sql.empty()) {
        fail("the default of `" + parameter.name + "` cannot be read", 0, 0);
      }
    }
    result_.parameters.push_back(std::move(parameter));
  }

  void read_returns() {
    if (tree_.return_type == nullptr) return;
    const bool said_by_parameters = std::any_of(result_.parameters.begin(), result_.parameters.end(),
                                                [](const FunctionParameter& p) { return p.mode == "table"; });
    if (!said_by_parameters) result_.returns = signature_type(*tree_.return_type);
  }

  void read_option(const PgQuery__DefElem& option) {
    const std::string_view name = option.defname;
    const PgQuery__Node* value = option.arg;
    if (name == "as") return read_body(value);
    if (name == "language") result_.language = string_of(value);
    if (name == "volatility") result_.volatility = string_of(value);
    if (name == "parallel") result_.parallel = string_of(value);
    if (name == "strict") result_.strict = flag_of(value);
    if (name == "security") result_.security_definer = flag_of(value);
    if (name == "leakproof") result_.leakproof = flag_of(value);
    if (name == "window") result_.window = flag_of(value);
    if (name == "cost") result_.cost = number_of(value);
    if (name == "rows") result_.rows = number_of(value);
    if (name == "set") read_setting(option);
    if (name == "support" || name == "transform") refuse(option, "this option cannot stand in definitions");
  }

  void read_setting(const PgQuery__DefElem& option) {
    std::string setting = setting_of(option.arg);
    if (setting.empty()) return refuse(option, "a setting of a function is a fixed value here");
    result_.settings.push_back(std::move(setting));
  }

  void refuse(const PgQuery__DefElem& option, std::string message) {
    const auto begin = static_cast<std::size_t>(std::max(option.location, 0));
    fail(std::move(message), begin, token_end(text_, begin));
  }

  void read_body(const PgQuery__Node* value) {
    if (value == nullptr || value->node_case != PG_QUERY__NODE__NODE_LIST || value->list->n_items != 1) {
      return fail("the body is one string: AS $$ … $$", 0, 0);
    }
    result_.body = string_of(value->list->items[0]);
    const std::size_t place = text_.find(result_.body);
    if (!result_.body.empty() && place != std::string_view::npos) result_.body_begin = place;
  }

  const PgQuery__CreateFunctionStmt& tree_;
  std::string_view text_;
  FunctionStatement result_;
  std::optional<SqlError> error_;
};

}  // namespace

Result parse_function(std::string_view text) {
  constexpr std::string_view kWhat = "one CREATE FUNCTION or CREATE PROCEDURE";
  auto parsed = parse_statement(text, kWhat);
  if (auto* error = std::get_if<SqlError>(&parsed)) return *error;
  const PgQuery__Node* statement = std::get<ParseTree>(parsed).statement();
  if (statement->node_case != PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT) {
    return SqlError{std::string(kWhat) + " is expected", 0, first_token_end(text)};
  }
  auto result = Reader(*statement->create_function_stmt, text).run();
  if (const auto* function = std::get_if<FunctionStatement>(&result)) {
    if (auto mistake = plpgsql_mistake(text, *function)) return *std::move(mistake);
  }
  return result;
}

}  // namespace schemac::compiler::sql
