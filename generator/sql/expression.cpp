// Parses an expression as `SELECT (text)`. The parentheses make the parser itself refuse what may follow an
// expression in a SELECT (an alias, FROM); what could close them early is refused before (lexical.hpp).
#include "sql/expression.hpp"

#include <algorithm>

#include "sql/lexical.hpp"
#include "sql/parse_tree.hpp"
#include "sql/typer.hpp"
#include "sql/wrapped.hpp"

namespace schemac::compiler::sql {
namespace {

constexpr std::string_view kPrefix = "SELECT (";
constexpr std::string_view kSuffix = ")";

std::string wrap(std::string_view text) {
  std::string sql(kPrefix);
  sql += text;
  sql += kSuffix;
  return sql;
}

std::string_view trimmed(std::string_view text) {
  std::size_t begin = text.find_first_not_of(" \t\n\r\f\v");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n\r\f\v") + 1 - begin);
}

void move_into_text(std::vector<Mention>& mentions, std::size_t prefix, std::string_view text) {
  for (Mention& mention : mentions) {
    mention.begin = std::min(mention.begin - std::min(mention.begin, prefix), text.size());
    mention.end = name_end(text, mention.begin);
    if (mention.name.empty()) {  // CURRENT_TIMESTAMP and its like have no name but their key word
      mention.name = text.substr(mention.begin, mention.end - mention.begin);
      for (char& c : mention.name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
}

void move_into_text(std::vector<Objection>& objections, std::size_t prefix, std::string_view text) {
  for (Objection& objection : objections) {
    const bool whole = objection.begin < prefix;
    objection.begin = whole ? 0 : std::min(objection.begin - prefix, text.size());
    objection.end = whole ? text.size() : meant_end(text, objection.begin);
  }
}

/// The type of a trivial expression, as a default has it.
std::string_view trivial_type(const Expression& expression) {
  if (!expression.functions.empty())
    return expression.functions.front().name == "now" ? "timestamp with time zone" : "uuid";
  if (expression.canonical == "true" || expression.canonical == "false") return "boolean";
  const char first = expression.canonical.empty() ? '\0' : expression.canonical.front();
  return first == '-' || (first >= '0' && first <= '9') ? "integer" : "";
}

void type_trivial(Expression& expression, std::string_view text, const Context& context) {
  expression.type = trivial_type(expression);
  if (auto mistake = assignment_mistake(context.scope, expression.type, context.target)) {
    mistake->end = text.size();
    expression.objections.push_back(*std::move(mistake));
  }
}

}  // namespace

std::string canonical_text(const PgQuery__Node& node, std::string_view printed, std::string_view source) {
  constexpr std::string_view kSelect = "SELECT ";
  std::string text(printed.substr(0, kSelect.size()) == kSelect ? printed.substr(kSelect.size()) : "");
  if (text == source) return text;
  if (!text.empty()) {
    auto again = ParseTree::parse(wrap(text));
    const auto* tree = std::get_if<ParseTree>(&again);
    const PgQuery__Node* reparsed = tree != nullptr ? only_expression(*tree) : nullptr;
    if (reparsed != nullptr && same_tree(node, *reparsed)) return text;
  }
  return std::string(source);
}

SqlError error_inside(SqlError error, std::size_t prefix, std::string_view text) {
  error.begin -= std::min(error.begin, prefix);
  if (error.begin >= text.size()) return {"the SQL ends where more is expected", text.size(), text.size()};
  error.end = token_end(text, error.begin);
  return error;
}

std::variant<Expression, SqlError> describe(const PgQuery__Node& node, std::size_t prefix,
                                            std::string_view text, bool allow_subquery,
                                            const Context* context) {
  Findings findings = find_mentions(node, allow_subquery);
  move_into_text(findings.refused, prefix, text);
  if (!findings.refused.empty()) {
    Mention& first = findings.refused.front();
    return SqlError{first.name + " cannot stand here", first.begin, first.end};
  }
  move_into_text(findings.columns, prefix, text);
  move_into_text(findings.functions, prefix, text);
  Expression expression;
  expression.columns = std::move(findings.columns);
  expression.functions = std::move(findings.functions);
  expression.is_string_literal = is_string_literal(node, expression.literal);
  if (context != nullptr) {
    Typing typing = type_expression(node, context->scope, context->place, context->target);
    expression.type = std::move(typing.type);
    expression.objections = std::move(typing.objections);
    move_into_text(expression.objections, prefix, text);
  }
  return expression;
}

std::variant<Expression, SqlError> parse_expression(std::string_view text, bool allow_subquery,
                                                    const Context* context) {
  const bool simple = context == nullptr || context->place == Place::default_value;
  if (auto trivial = simple ? trivial_expression(text) : std::nullopt) {
    if (context != nullptr) type_trivial(*trivial, text, *context);
    return *std::move(trivial);
  }
  if (auto mistake = lexical_mistake(text)) return *std::move(mistake);
  auto parsed = ParseTree::parse(wrap(text));
  if (auto* error = std::get_if<SqlError>(&parsed)) return error_inside(*error, kPrefix.size(), text);
  const auto& tree = std::get<ParseTree>(parsed);
  const PgQuery__Node* node = only_expression(tree);
  if (node == nullptr) return SqlError{"one SQL expression is expected", 0, text.size()};
  auto described = describe(*node, kPrefix.size(), text, allow_subquery, context);
  if (auto* expression = std::get_if<Expression>(&described)) {
    expression->canonical = canonical_text(*node, tree.deparse(), trimmed(text));
  }
  return described;
}

}  // namespace schemac::compiler::sql
