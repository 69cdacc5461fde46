// The operators that need no template.
#include "schemac/query/operand.hpp"

#include "schemac/query/rules.hpp"

namespace schemac {

namespace detail {
namespace {

/// Microseconds as PostgreSQL compares them: more than 64 bits hold.
__extension__ using Wide = __int128;

Wide span(const Interval& interval) {
  constexpr Wide kDay = Wide{86'400} * 1'000'000;
  return interval.microseconds + kDay * (interval.days + Wide{30} * interval.months);
}

}  // namespace

bool precedes(const Interval& a, const Interval& b) {
  return span(a) < span(b);
}

}  // namespace detail

namespace {

using Integer = Operand<std::int64_t>;

/// The result of an overflow builtin.
Integer checked(bool overflow, std::int64_t result) {
  return overflow ? Integer() : Integer(result);
}

}  // namespace

Integer operator+(const Integer& a, const Integer& b) {
  return a.with<std::int64_t>(b, [](std::int64_t x, std::int64_t y) {
    std::int64_t sum = 0;
    const bool overflow = __builtin_add_overflow(x, y, &sum);
    return checked(overflow, sum);
  });
}

Integer operator-(const Integer& a, const Integer& b) {
  return a.with<std::int64_t>(b, [](std::int64_t x, std::int64_t y) {
    std::int64_t difference = 0;
    const bool overflow = __builtin_sub_overflow(x, y, &difference);
    return checked(overflow, difference);
  });
}

Integer operator*(const Integer& a, const Integer& b) {
  return a.with<std::int64_t>(b, [](std::int64_t x, std::int64_t y) {
    std::int64_t product = 0;
    const bool overflow = __builtin_mul_overflow(x, y, &product);
    return checked(overflow, product);
  });
}

Integer operator/(const Integer& a, const Integer& b) {
  return a.with<std::int64_t>(b, [](std::int64_t x, std::int64_t y) {
    if (y == -1) return Integer(0) - Integer(x);
    return y == 0 ? Integer() : Integer(x / y);
  });
}

Integer operator%(const Integer& a, const Integer& b) {
  return a.with<std::int64_t>(b, [](std::int64_t x, std::int64_t y) {
    if (y == -1) return Integer(0);
    return y == 0 ? Integer() : Integer(x % y);
  });
}

namespace {

/// f of the value; NULL and not known stay what they are.
template <class Result, class T, class F>
Operand<Result> map(const Operand<T>& operand, F f) {
  if (operand.get() != nullptr) return f(*operand.get());
  return operand.is_null() ? Operand<Result>::null() : Operand<Result>();
}

}  // namespace

Integer as_integer(const Operand<bool>& a) {
  return map<std::int64_t>(a, [](bool value) { return Integer(value ? 1 : 0); });
}

Integer character_count(const Operand<std::string_view>& text) {
  return map<std::int64_t>(text,
                           [](std::string_view value) { return Integer(rules::character_count(value)); });
}

Integer byte_count(const Operand<std::string_view>& text) {
  return map<std::int64_t>(text, [](std::string_view value) { return Integer(value.size()); });
}

Integer item_count(const Operand<Extent>& value) {
  return map<std::int64_t>(value, [](const Extent& extent) { return Integer(extent.items); });
}

Operand<std::string_view> trimmed(const Operand<std::string_view>& text) {
  return map<std::string_view>(text, [](std::string_view value) {
    const std::size_t begin = value.find_first_not_of(' ');
    if (begin == std::string_view::npos) return Operand<std::string_view>(std::string_view());
    return Operand<std::string_view>(value.substr(begin, value.find_last_not_of(' ') + 1 - begin));
  });
}

Operand<std::string_view> as_varchar(const Operand<std::string_view>& text, std::size_t limit) {
  return map<std::string_view>(text, [limit](std::string_view value) {
    return Operand<std::string_view>(rules::as_varchar(value, limit));
  });
}

Operand<Decimal> as_numeric(const Operand<Decimal>& number, int scale) {
  const bool rounds = number.get() != nullptr && number.get()->scale() > scale;
  return rounds ? Operand<Decimal>() : number;
}

}  // namespace schemac
