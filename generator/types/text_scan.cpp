// Reading the text forms of values: what the checks of the types have in common.
#include "types/text_scan.hpp"

#include <algorithm>
#include <charconv>

namespace schemac::compiler::types {

std::string_view take_digits(std::string_view& text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  std::string_view digits = text.substr(0, count);
  text.remove_prefix(count);
  return digits;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  bool signed_text = !text.empty() && (text.front() == '+' || text.front() == '-');
  if (signed_text && (text.size() < 2 || !is_digit(text[1]))) return std::nullopt;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<DecimalParts> parse_decimal(std::string_view text) {
  DecimalParts parts;
  parts.negative = take(text, '-');
  if (!parts.negative) take(text, '+');
  std::string_view whole = take_digits(text);
  std::string_view fraction;
  if (take(text, '.')) fraction = take_digits(text);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  if (!text.empty()) {
    if (text.front() != 'e' && text.front() != 'E') return std::nullopt;
    auto number = parse_integer(text.substr(1));
    if (!number || *number > 100'000 || *number < -100'000) return std::nullopt;
    exponent = *number;
  }
  parts.digits = std::string(whole) + std::string(fraction);
  parts.digits.erase(0, std::min(parts.digits.find_first_not_of('0'), parts.digits.size()));
  parts.scale = static_cast<std::int64_t>(fraction.size()) - exponent;
  return parts;
}

}  // namespace schemac::compiler::types
