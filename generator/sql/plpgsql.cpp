// Asks libpg_query's PL/pgSQL parser. It has no catalogue: what it says of names and types is wrong (a field
// of a row is "not a known variable"), so only its messages about syntax are believed.
#include "sql/plpgsql.hpp"

#include <pg_query.h>

#include <algorithm>
#include <array>

#include "sql/lexical.hpp"
#include "sql/names.hpp"
#include "sql/statement.hpp"

namespace schemac::compiler::sql {
namespace {

bool is_about_syntax(std::string_view message) {
  static constexpr std::array<std::string_view, 5> kBeginnings = {
      "syntax error", "missing ", "unterminated ", "mismatched parentheses", "unexpected end of function"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return message.starts_with(beginning); });
}

/// The word of `syntax error at or near "THN"`.
std::string_view quoted_word(std::string_view message) {
  const auto open = message.find("near \"");
  if (open == std::string_view::npos || message.back() != '"') return {};
  const auto begin = open + std::string_view("near \"").size();
  return message.substr(begin, message.size() - 1 - begin);
}

/// The parser does not say where; a word that the body holds once can only be there.
SqlError placed(std::string message, const FunctionStatement& function) {
  const std::string_view word = quoted_word(message);
  SqlError error{message, function.name_begin, function.name_end};
  if (word.empty() || !function.body_begin) return error;
  const std::size_t at = function.body.find(word);
  if (at == std::string::npos || function.body.find(word, at + 1) != std::string::npos) return error;
  error.begin = *function.body_begin + at;
  error.end = error.begin + word.size();
  return error;
}

}  // namespace

std::optional<SqlError> plpgsql_mistake(std::string_view text, const FunctionStatement& function) {
  if (function.language != "plpgsql") return std::nullopt;
  PgQueryPlpgsqlParseResult result = pg_query_parse_plpgsql(std::string(text).c_str());
  std::optional<SqlError> mistake;
  if (result.error != nullptr && is_about_syntax(result.error->message)) {
    mistake = placed(result.error->message, function);
  }
  pg_query_free_plpgsql_parse_result(result);
  return mistake;
}

std::vector<std::string> declared_names(std::string_view body) {
  std::vector<std::string> names;
  std::size_t at = 0;
  while ((at = first_token_after(body, "declare", at)) < body.size()) {
    const std::size_t end = std::min(first_token_after(body, "begin", at), body.size());
    for (std::string& name : names_in(body.substr(at, end - at))) names.push_back(std::move(name));
    at = end;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace schemac::compiler::sql
