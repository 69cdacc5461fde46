// Parses one statement, once it is known that the parser's recursion can take it.
#include "sql/statement.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "sql/lexical.hpp"

namespace schemac::compiler::sql {
namespace {

std::string lower(std::string_view token) {
  std::string word(token);
  for (char& c : word) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return word;
}

bool nests(std::string_view token) {
  static constexpr std::string_view kOperators = "+-*/<>=~!@#%^&|`?:([";
  static constexpr std::array<std::string_view, 12> kWords = {
      "and", "or", "not", "case", "union", "intersect", "except", "join", "select", "with", "is", "collate"};
  if (kOperators.find(token.front()) != std::string_view::npos) return true;
  return std::find(kWords.begin(), kWords.end(), lower(token)) != kWords.end();
}

std::optional<SqlError> mistake_before_parsing(std::string_view text) {
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return SqlError{"SQL text holds no NUL", nul, nul + 1};
  }
  std::size_t operators = 0;
  for (std::size_t at = blank_end(text, 0); at < text.size();) {
    const std::size_t end = token_end(text, at);
    if (nests(text.substr(at, end - at))) ++operators;
    at = blank_end(text, end);
  }
  if (operators <= kMaxOperators) return std::nullopt;
  return SqlError{
      "the statement is too long: over " + std::to_string(kMaxOperators) + " brackets and operators", 0, 0};
}

}  // namespace

std::variant<ParseTree, SqlError> parse_statement(std::string_view text, std::string_view what) {
  if (auto mistake = mistake_before_parsing(text)) return *std::move(mistake);
  auto parsed = ParseTree::parse(std::string(text));
  if (auto* error = std::get_if<SqlError>(&parsed)) {
    if (error->begin < text.size()) error->end = token_end(text, error->begin);
    return parsed;
  }
  if (std::get<ParseTree>(parsed).statement() == nullptr) {
    return SqlError{std::string(what) + " is expected, and nothing else", 0, 0};
  }
  return parsed;
}

std::size_t first_token_end(std::string_view text) {
  return token_end(text, blank_end(text, 0));
}

std::size_t first_token_after(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = blank_end(text, from); at < text.size();) {
    const std::size_t end = token_end(text, at);
    const std::size_t next = blank_end(text, end);
    if (lower(text.substr(at, end - at)) == word) return next;
    at = next;
  }
  return text.size();
}

}  // namespace schemac::compiler::sql
