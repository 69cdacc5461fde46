// The names that an expression holds.
#include "sql/names.hpp"

#include <algorithm>

#include "sql/lexical.hpp"

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

}  // namespace

std::vector<std::string> names_in(std::string_view expression) {
  std::vector<std::string> names;
  for (std::size_t at = 0; at < expression.size();) {
    const std::size_t end = token_end(expression, at);
    const std::string_view token = expression.substr(at, end - at);
    if (token.front() == '"') names.push_back(unquoted(token));
    if (starts_word(token.front())) names.push_back(folded(token));
    at = end;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace schemac::compiler::sql
