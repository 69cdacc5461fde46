// JSON strings as they are written. An escape is a backslash and one character, or \u and four hexadecimal
// digits; a character above U+FFFF is two of the latter, a high surrogate and a low one.
#include "syntax/string_text.hpp"

namespace schemac::compiler::syntax {
namespace {

constexpr std::size_t kUnicodeEscape = 6;  // \u1234

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// The number of the escape \uXXXX at `at`; nothing where there is no whole one.
std::optional<unsigned> unicode_escape(std::string_view text, std::size_t at) {
  if (at + kUnicodeEscape > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned value = 0;
  for (std::size_t i = 2; i < kUnicodeEscape; ++i) {
    const int digit = hex_digit(text[at + i]);
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

bool is_high(unsigned unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low(unsigned unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

StringMistake mistake(std::size_t begin, std::size_t end, std::string message, std::string help) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), std::move(message),
          std::move(help)};
}

std::optional<StringMistake> escape_mistake(std::string_view text, std::size_t at) {
  const char kind = text[at + 1];
  if (kind != 'u') {
    constexpr std::string_view kShort = "\"\\/bfnrt";
    if (kShort.find(kind) != std::string_view::npos) return std::nullopt;
    return mistake(at, at + 2, "unknown escape in a string", "a backslash itself is written `\\\\`");
  }
  const std::optional<unsigned> unit = unicode_escape(text, at);
  if (!unit) {
    return mistake(at, at + 2, "`\\u` without four hexadecimal digits",
                   "a backslash itself is written `\\\\`");
  }
  const bool paired = is_high(*unit) && is_low(unicode_escape(text, at + kUnicodeEscape).value_or(0));
  if ((!is_high(*unit) && !is_low(*unit)) || paired) return std::nullopt;
  return mistake(at, at + kUnicodeEscape, "half of a surrogate pair",
                 "a character above U+FFFF is written as two `\\u` escapes, or as itself");
}

StringMistake control_character(std::string_view text, std::uint32_t begin, std::size_t at) {
  const char c = text[at];
  if (c == '\n' || c == '\r') {
    return mistake(begin, at, "a string is not closed",
                   "close it with `\"`; a line break inside a string is written `\\n`");
  }
  return mistake(at, at + 1, c == '\t' ? "a tab in a string" : "a control character in a string",
                 c == '\t' ? "write `\\t`" : "write it as a `\\u` escape");
}

}  // namespace

std::optional<StringMistake> find_string_mistake(std::string_view text, std::uint32_t begin) {
  std::size_t at = begin + 1U;
  while (at < text.size() && text[at] != '"') {
    if (static_cast<unsigned char>(text[at]) < 0x20) return control_character(text, begin, at);
    if (text[at] != '\\') {
      ++at;
      continue;
    }
    if (at + 1 == text.size()) break;
    if (auto found = escape_mistake(text, at)) return found;
    at += written_character(text, at).written;
  }
  if (at < text.size() && text[at] == '"') return std::nullopt;
  return mistake(begin, text.size(), "a string is not closed", "");
}

WrittenCharacter written_character(std::string_view text, std::size_t at) {
  if (text[at] != '\\') return {1, 1};
  const std::optional<unsigned> unit = unicode_escape(text, at);
  if (!unit) return {2, 1};
  if (is_high(*unit)) return {2 * kUnicodeEscape, 4};
  if (*unit < 0x80) return {kUnicodeEscape, 1};
  return {kUnicodeEscape, *unit < 0x800 ? 2U : 3U};
}

}  // namespace schemac::compiler::syntax
