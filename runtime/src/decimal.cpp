// Decimal: its text form and its order. The number is kept in groups of four digits (base 10,000), as numeric
// travels; a group boundary is always at the decimal point, so that 12345.6 is the groups 1, 2345 and 6000.
#include "schemac/decimal.hpp"

#include <algorithm>

#include "text_scanner.hpp"

namespace schemac {
namespace {

constexpr int kGroupDigits = 4;
constexpr std::int64_t kMaxIntegerDigits = 131072;
constexpr std::int64_t kMaxScale = 16383;

/// Rounds towards minus infinity, as `/` does not.
std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// What was written: all digits, how many of them stand before the point, and the scale.
struct Digits {
  std::string all;
  std::int64_t before_point = 0;
  std::int64_t scale = 0;
};

std::optional<Digits> scan_digits(text::TextScanner& scanner) {
  Digits digits;
  bool after_point = false;
  while (true) {
    if (text::is_digit(scanner.peek())) {
      digits.all += scanner.peek();
      (after_point ? digits.scale : digits.before_point) += 1;
      scanner.skip(1);
    } else if (after_point || !scanner.accept('.')) {
      break;
    } else {
      after_point = true;
    }
  }
  if (digits.all.empty()) return std::nullopt;
  if (!scanner.accept_word("e")) return digits;
  const int sign = scanner.sign().value_or(1);
  const auto exponent = scanner.number(1, 7);
  if (!exponent) return std::nullopt;
  digits.before_point += sign * *exponent;
  digits.scale = std::max<std::int64_t>(0, digits.scale - sign * *exponent);
  return digits;
}

}  // namespace

void Decimal::assign(bool negative, std::uint64_t magnitude) {
  negative_ = negative;
  for (; magnitude != 0; magnitude /= 10000) {
    groups_.insert(groups_.begin(), static_cast<char16_t>(magnitude % 10000));
  }
  weight_ = static_cast<std::int16_t>(groups_.empty() ? 0 : groups_.size() - 1);
  strip();
}

void Decimal::strip() {
  const std::size_t first = groups_.find_first_not_of(u'\0');
  if (first == std::u16string::npos) {
    groups_.clear();
    weight_ = 0;
    if (is_finite()) negative_ = false;
    return;
  }
  groups_.erase(groups_.find_last_not_of(u'\0') + 1);
  groups_.erase(0, first);
  weight_ = static_cast<std::int16_t>(weight_ - static_cast<int>(first));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  text::TextScanner scanner(text);
  Decimal result;
  const std::optional<int> sign = scanner.sign();
  result.negative_ = sign == -1;
  if (scanner.accept_word("infinity") || scanner.accept_word("inf")) {
    result.kind_ = Kind::infinity;
    return scanner.at_end() ? std::optional(result) : std::nullopt;
  }
  if (!sign && scanner.accept_word("nan")) {
    result.kind_ = Kind::nan;
    return scanner.at_end() ? std::optional(result) : std::nullopt;
  }
  const std::optional<Digits> digits = scan_digits(scanner);
  if (!digits || !scanner.at_end() || digits->scale > kMaxScale) return std::nullopt;

  result.scale_ = static_cast<std::uint16_t>(digits->scale);
  // The digits say nothing before their first one that is not zero; the point moves along.
  const std::size_t zeros = std::min(digits->all.find_first_not_of('0'), digits->all.size());
  const std::int64_t before_point = digits->before_point - static_cast<std::int64_t>(zeros);
  if (zeros == digits->all.size()) {
    result.negative_ = false;
    return result;
  }
  if (before_point > kMaxIntegerDigits) return std::nullopt;
  result.assign_digits(std::string_view(digits->all).substr(zeros), before_point);
  return result;
}

void Decimal::assign_digits(std::string_view digits, std::int64_t before_point) {
  const std::int64_t weight = floor_divide(before_point - 1, kGroupDigits);
  const auto padding = static_cast<std::size_t>((weight + 1) * kGroupDigits - before_point);
  weight_ = static_cast<std::int16_t>(weight);
  groups_.assign((padding + digits.size() + kGroupDigits - 1) / kGroupDigits, u'\0');
  for (std::size_t i = 0; i < groups_.size() * kGroupDigits; ++i) {
    const bool inside = i >= padding && i - padding < digits.size();
    char16_t& group = groups_[i / kGroupDigits];
    group = static_cast<char16_t>(group * 10 + (inside ? digits[i - padding] - '0' : 0));
  }
  strip();
}

std::string Decimal::to_string() const {
  if (is_nan()) return "NaN";
  if (is_infinite()) return negative_ ? "-Infinity" : "Infinity";
  const auto group_at = [this](int exponent) -> int {
    const int index = weight_ - exponent;
    return index >= 0 && index < static_cast<int>(groups_.size()) ? groups_[index] : 0;
  };
  std::string text;
  if (negative_) text += '-';
  text += std::to_string(group_at(std::max<int>(weight_, 0)));
  for (int exponent = weight_ - 1; exponent >= 0; --exponent) {
    text::append_padded(text, group_at(exponent), kGroupDigits);
  }
  if (scale_ == 0) return text;
  text += '.';
  const std::size_t end = text.size() + scale_;
  for (int exponent = -1; text.size() < end; --exponent) {
    text::append_padded(text, group_at(exponent), kGroupDigits);
  }
  text.resize(end);
  return text;
}

int Decimal::integer_digits() const {
  if (groups_.empty() || weight_ < 0) return 0;
  return weight_ * kGroupDigits + static_cast<int>(std::to_string(+groups_.front()).size());
}

std::weak_ordering Decimal::compare_magnitude(const Decimal& other) const {
  if (groups_.empty() || other.groups_.empty()) return groups_.size() <=> other.groups_.size();
  if (weight_ != other.weight_) return weight_ <=> other.weight_;
  return groups_.compare(other.groups_) <=> 0;
}

std::weak_ordering Decimal::operator<=>(const Decimal& other) const {
  // Ranks put the special values around all finite ones: -Infinity 0, finite 1, Infinity 2, NaN 3.
  const auto rank = [](const Decimal& value) {
    switch (value.kind_) {
      case Kind::finite:
        return 1;
      case Kind::infinity:
        return value.negative_ ? 0 : 2;
      case Kind::nan:
        return 3;
    }
    return 1;
  };
  const int mine = rank(*this);
  const int theirs = rank(other);
  if (mine != theirs || mine != 1) return mine <=> theirs;
  if (negative_ != other.negative_) return negative_ ? std::weak_ordering::less : std::weak_ordering::greater;
  return negative_ ? other.compare_magnitude(*this) : compare_magnitude(other);
}

}  // namespace schemac
