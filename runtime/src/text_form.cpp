// The text forms of plain integers.
#include "schemac/codec/text_form.hpp"

#include <charconv>

namespace schemac {
namespace {

template <class Int>
std::optional<Int> parse_integer(std::string_view text) {
  Int value = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc{} || result.ptr != end) return std::nullopt;
  return value;
}

}  // namespace

std::string to_text(std::int32_t value) {
  return std::to_string(value);
}

std::string to_text(std::int64_t value) {
  return std::to_string(value);
}

std::optional<std::int32_t> TextParser<std::int32_t>::parse(std::string_view text) {
  return parse_integer<std::int32_t>(text);
}

std::optional<std::int64_t> TextParser<std::int64_t>::parse(std::string_view text) {
  return parse_integer<std::int64_t>(text);
}

}  // namespace schemac
