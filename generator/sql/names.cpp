// The names that an expression holds.
#include "sql/names.hpp"

#include <algorithm>

#include "sql/lexical.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::sql {
namespace {

bool starts_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::string folded(std::string_view word) {
  std::string name(word);
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return name;
}

std::string unquoted(std::string_view quoted) {
  std::string name;
  for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
    if (quoted[i] == '"') ++i;
    name += quoted[i];
  }
  return name;
}

/// The name that a token is; empty for what is none.
std::string name_of(std::string_view token) {
  if (token.front() == '"') return unquoted(token);
  return starts_word(token.front()) ? folded(token) : std::string();
}

std::vector<std::string_view> tokens_of(std::string_view expression) {
  std::vector<std::string_view> tokens;
  for (std::size_t at = 0; at < expression.size();) {
    const std::size_t end = token_end(expression, at);
    tokens.push_back(expression.substr(at, end - at));
    at = end;
  }
  return tokens;
}

/// Whether the name at `i` stands where with_name() looks for it.
bool is_meant(const std::vector<std::string_view>& tokens, std::size_t i, std::string_view schema) {
  const bool behind_dot = i > 0 && tokens[i - 1] == ".";
  if (!schema.empty()) return behind_dot && i > 1 && name_of(tokens[i - 2]) == schema;
  const bool is_call = i + 1 < tokens.size() && tokens[i + 1] == "(";
  return !behind_dot && !is_call && (i + 1 == tokens.size() || tokens[i + 1] != ".");
}

}  // namespace

std::string with_name(std::string_view expression, std::string_view schema, std::string_view from,
                      std::string_view to) {
  const std::vector<std::string_view> tokens = tokens_of(expression);
  std::string text;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool renamed = name_of(tokens[i]) == from && is_meant(tokens, i, schema);
    text += renamed ? support::quote_identifier(to) : std::string(tokens[i]);
  }
  return text;
}

std::string with_literal(std::string_view expression, std::string_view from, std::string_view to) {
  const std::string literal = support::quote_literal(from);
  std::string text;
  for (const std::string_view token : tokens_of(expression)) {
    text += token == literal ? support::quote_literal(to) : std::string(token);
  }
  return text;
}

std::vector<std::string> names_in(std::string_view expression) {
  std::vector<std::string> names;
  for (const std::string_view token : tokens_of(expression)) {
    if (std::string name = name_of(token); !name.empty()) names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace schemac::compiler::sql
