// Reading the text forms of values: what the checks of the types have in common.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/text_scan.hpp"

namespace schemac::compiler::types {

using support::is_space;
using support::lower_case;
using support::take;
using support::trimmed;

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_hex_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
inline bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Removes and returns the leading run of digits.
std::string_view take_digits(std::string_view& text);

/// Code points of UTF-8 text: what char_length counts.
std::size_t code_points(std::string_view text);

/// A decimal integer with an optional sign, all of `text`. Nothing where it is none or leaves 64 bits.
std::optional<std::int64_t> parse_integer(std::string_view text);

/// A decimal number taken apart: [+-] digits [. digits] [e exponent].
struct DecimalParts {
  bool negative = false;
  std::string digits;      ///< without leading zeros; empty for zero
  std::int64_t scale = 0;  ///< the value is digits * 10^-scale; may be negative
};

/// Nothing where `text` is no such number, or its exponent is over 100,000.
std::optional<DecimalParts> parse_decimal(std::string_view text);

}  // namespace schemac::compiler::types
