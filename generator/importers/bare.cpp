// Goes through the tokens and watches the parentheses.
#include "importers/bare.hpp"

#include <algorithm>

#include "sql/lexical.hpp"

namespace schemac::compiler::importers {
namespace {

/// Whether the parenthesis at `open` is closed by the last character.
bool closes_at_end(std::string_view text, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < text.size();) {
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && --depth == 0) return at + 1 == text.size();
    at = sql::blank_end(text, std::max(sql::token_end(text, at), at + 1));
  }
  return false;
}

}  // namespace

std::string bare(std::string_view expression) {
  while (expression.starts_with('(') && closes_at_end(expression, 0))
    expression = expression.substr(1, expression.size() - 2);
  return std::string(expression);
}

std::string index_expression(std::string_view expression) {
  const std::string text = bare(expression);
  const std::size_t name = sql::name_end(text, 0);
  const bool call = name > 0 && name < text.size() && text[name] == '(' && text.front() != '(';
  return call && closes_at_end(text, name) ? text : "(" + text + ")";
}

}  // namespace schemac::compiler::importers
