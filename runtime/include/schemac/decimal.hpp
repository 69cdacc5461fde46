// An exact decimal number of any size, PostgreSQL's numeric: never a double, NaN and the infinities included.
// It keeps its scale, the number of digits after the point: 1.50 prints as 1.50 and equals 1.5.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace schemac {

template <class T>
struct Codec;

/// A value with numeric's own order: -Infinity < every number < Infinity < NaN, and NaN equals NaN.
/// There is no arithmetic here: a program that needs it takes a decimal library and converts through the
/// text.
class Decimal {
 public:
  /// Zero, of scale 0.
  Decimal() = default;

  /// Every integer is exactly a decimal.
  template <class Int>
  requires(std::is_integral_v<Int> && !std::is_same_v<Int, bool>)
      Decimal(Int value) {  // NOLINT(google-explicit-constructor): nothing is lost
    const bool negative = value < Int{0};
    const auto bits = static_cast<std::uint64_t>(value);
    assign(negative, negative ? ~bits + 1 : bits);
  }

  /// A binary fraction is not the decimal that was written: parse the text instead.
  Decimal(double) = delete;

  /// Reads "12", "-0.050", "1.5e-38", "NaN", "Infinity", "-inf" (words in any case). Nothing where the text
  /// is no number or is beyond what numeric holds (131,072 digits before the point, 16,383 after it).
  static std::optional<Decimal> parse(std::string_view text);

  /// As PostgreSQL prints it: no exponent, just scale() digits after the point.
  std::string to_string() const;

  bool is_nan() const { return kind_ == Kind::nan; }
  bool is_infinite() const { return kind_ == Kind::infinity; }
  bool is_finite() const { return kind_ == Kind::finite; }
  bool is_zero() const { return is_finite() && groups_.empty(); }
  /// True below zero; -Infinity is negative, NaN and zero are not.
  bool is_negative() const { return negative_; }
  /// Digits after the point; 0 for NaN and the infinities.
  int scale() const { return scale_; }
  /// Digits before the point without leading zeros: 0 for 0.05, 2 for 12.5.
  int integer_digits() const;

  bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }
  std::weak_ordering operator<=>(const Decimal& other) const;

 private:
  friend struct Codec<Decimal>;
  enum class Kind : std::uint8_t { finite, infinity, nan };

  void assign(bool negative, std::uint64_t magnitude);
  /// `digits` begins with a digit other than 0; `before_point` of them (or less than none) are before the
  /// point.
  void assign_digits(std::string_view digits, std::int64_t before_point);
  void strip();
  std::weak_ordering compare_magnitude(const Decimal& other) const;

  // The value is the sum of groups_[i] * 10000^(weight_ - i), without zero groups at either end: numeric's
  // own form on the wire. A u16string because it holds 7 groups (28 digits) without an allocation.
  std::u16string groups_;
  std::int16_t weight_ = 0;
  std::uint16_t scale_ = 0;
  Kind kind_ = Kind::finite;
  bool negative_ = false;
};

}  // namespace schemac
