// Money: its text form in the C locale, "$1,234.56".
#include "schemac/money.hpp"

#include <algorithm>

#include "text_scanner.hpp"

namespace schemac {

std::optional<Money> Money::parse(std::string_view text) {
  text::TextScanner scanner(text);
  const bool negative = scanner.sign() == -1;
  scanner.accept('$');
  // Counted downwards from zero: the lowest amount has no positive counterpart.
  std::int64_t cents = 0;
  int digits = 0;
  int after_point = -1;
  for (; !scanner.at_end(); scanner.skip(1)) {
    const char c = scanner.peek();
    if (c == ',' && after_point < 0) continue;
    if (c == '.' && after_point < 0) {
      after_point = 0;
      continue;
    }
    if (!text::is_digit(c) || after_point == 2) return std::nullopt;
    if (after_point >= 0) ++after_point;
    ++digits;
    if (__builtin_mul_overflow(cents, 10, &cents) || __builtin_sub_overflow(cents, c - '0', &cents)) {
      return std::nullopt;
    }
  }
  if (digits == 0) return std::nullopt;
  for (int missing = 2 - std::max(after_point, 0); missing > 0; --missing) {
    if (__builtin_mul_overflow(cents, 10, &cents)) return std::nullopt;
  }
  if (!negative && __builtin_sub_overflow(0, cents, &cents)) return std::nullopt;
  return Money{cents};
}

std::string Money::to_string() const {
  const auto bits = static_cast<std::uint64_t>(cents);
  const std::uint64_t magnitude = cents < 0 ? ~bits + 1 : bits;
  std::string text = std::to_string(magnitude / 100);
  for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, 1, ',');
  text.insert(0, cents < 0 ? "-$" : "$");
  text += '.';
  text::append_padded(text, static_cast<std::int64_t>(magnitude % 100), 2);
  return text;
}

}  // namespace schemac
