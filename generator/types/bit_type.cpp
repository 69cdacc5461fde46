// bit(n) and varbit(n): strings of bits.
#include "types/bit_type.hpp"

#include <algorithm>

#include "types/text_scan.hpp"

namespace schemac::compiler::types {

std::optional<std::size_t> bit_count(std::string_view text) {
  if (take(text, 'x') || take(text, 'X')) {
    if (!std::all_of(text.begin(), text.end(), is_hex_digit)) return std::nullopt;
    return text.size() * 4;
  }
  if (!take(text, 'b')) take(text, 'B');
  if (text.find_first_not_of("01") != std::string_view::npos) return std::nullopt;
  return text.size();
}

Refusal no_bits(std::string_view text, const TypeUse& type) {
  return not_a_value(text, type, "it takes ones and zeros");
}

}  // namespace schemac::compiler::types
