// Reads a short text from left to right, a piece at a time: what the parsers of the value types share, with
// the little that their printers share. Each step says whether it found what was asked for and stays put if
// not.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac::text {

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
inline char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The value of a hexadecimal digit of either case, or -1.
inline int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

inline constexpr char kHexDigits[] = "0123456789abcdef";

class TextScanner {
 public:
  explicit TextScanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  /// A zero byte at the end of the text.
  char peek() const { return rest_.empty() ? '\0' : rest_.front(); }
  std::string_view rest() const { return rest_; }
  void skip(std::size_t count) { rest_.remove_prefix(count); }
  bool skip_spaces() {
    const std::size_t before = rest_.size();
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    return rest_.size() != before;
  }

  bool accept(char wanted) {
    if (peek() != wanted || rest_.empty()) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// `lower_word` is matched in any case.
  bool accept_word(std::string_view lower_word) {
    if (rest_.size() < lower_word.size()) return false;
    for (std::size_t i = 0; i < lower_word.size(); ++i) {
      if (to_lower(rest_[i]) != lower_word[i]) return false;
    }
    rest_.remove_prefix(lower_word.size());
    return true;
  }

  /// -1 or 1 after a sign, nothing without one.
  std::optional<int> sign() {
    if (accept('-')) return -1;
    if (accept('+')) return 1;
    return std::nullopt;
  }

  /// An unsigned number of `least` to `most` digits. REQUIRES: most <= 18.
  std::optional<std::int64_t> number(int least, int most) {
    int count = 0;
    std::int64_t value = 0;
    while (count < most && static_cast<std::size_t>(count) < rest_.size() && is_digit(rest_[count])) {
      value = value * 10 + (rest_[count++] - '0');
    }
    if (count < least) return std::nullopt;
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
};

/// Appends the number with zeros in front to at least `width` digits. REQUIRES: value >= 0.
inline void append_padded(std::string& out, std::int64_t value, int width) {
  const std::string digits = std::to_string(value);
  for (int missing = width - static_cast<int>(digits.size()); missing > 0; --missing) out += '0';
  out += digits;
}

}  // namespace schemac::text
