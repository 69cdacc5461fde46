// Text as PostgreSQL stores it in varchar(n) and char(n).
#include "schemac/query/rules.hpp"

namespace schemac::rules {
namespace {

/// The byte at which code point `count` (from 0) starts, or the text's size.
std::size_t byte_of(std::string_view text, std::size_t count) {
  std::size_t byte = 0;
  for (; byte < text.size(); ++byte) {
    bool starts_point = (static_cast<unsigned char>(text[byte]) & 0xC0U) != 0x80U;
    if (starts_point && count-- == 0) break;
  }
  return byte;
}

}  // namespace

std::string_view as_varchar(std::string_view text, std::size_t limit) {
  std::size_t cut = byte_of(text, limit);
  bool only_spaces = text.find_first_not_of(' ', cut) == std::string_view::npos;
  return only_spaces ? text.substr(0, cut) : text;
}

std::string as_char(std::string_view text, std::size_t limit) {
  std::string stored(as_varchar(text, limit));
  std::size_t count = character_count(stored);
  if (count < limit) stored.append(limit - count, ' ');
  return stored;
}

}  // namespace schemac::rules
