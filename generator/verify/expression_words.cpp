// A scanner of the few tokens that a deparsed expression has.
#include "verify/expression_words.hpp"

namespace schemac::compiler::verify {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Letters of other scripts are bytes above 127.
bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}

/// What stands between two quotes; `at` is on the first and goes past the last. A doubled quote is one, and
/// so is a doubled backslash where `escapes`.
std::string quoted(std::string_view text, std::size_t& at, bool escapes) {
  const char quote = text[at++];
  std::string content;
  for (; at < text.size(); ++at) {
    const bool twice = at + 1 < text.size() && text[at + 1] == text[at];
    if (text[at] == quote && !twice) break;
    if (twice && (text[at] == quote || (escapes && text[at] == '\\'))) ++at;
    content += text[at];
  }
  ++at;
  return content;
}

}  // namespace

ExpressionWords words_of(std::string_view expression) {
  ExpressionWords words;
  for (std::size_t at = 0; at < expression.size();) {
    const char c = expression[at];
    if (c == '\'') {
      words.strings.push_back(quoted(expression, at, at > 0 && expression[at - 1] == 'E'));
    } else if (c == '"') {
      words.names.insert(quoted(expression, at, false));
    } else if (is_word(c)) {
      const std::size_t begin = at;
      const bool number = is_digit(c);
      while (at < expression.size() && (is_word(expression[at]) || (number && expression[at] == '.'))) ++at;
      std::string word{expression.substr(begin, at - begin)};
      if (number)
        words.numbers.push_back(std::move(word));
      else
        words.names.insert(std::move(word));
    } else {
      ++at;
    }
  }
  return words;
}

}  // namespace schemac::compiler::verify
