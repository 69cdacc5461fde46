// What generated validators compute conditions over several columns with: values with SQL's NULL, and values
// that only the server knows. Each operator says what PostgreSQL's says.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <type_traits>
#include <utility>

#include "schemac/decimal.hpp"
#include "schemac/query/rules.hpp"
#include "schemac/query/set.hpp"
#include "schemac/temporal.hpp"

namespace schemac {

/// A value that conditions do not compare: they ask whether it is there, and how many items (elements, bytes)
/// it has.
struct Extent {
  std::int64_t items = 0;
};

namespace detail {

/// PostgreSQL's order: NaN equals NaN and is over every number; in an interval a month has 30 days.
template <class T>
bool precedes(const T& a, const T& b) {
  if constexpr (std::is_floating_point_v<T>) {
    return b != b ? a == a : a < b;
  } else {
    return a < b;
  }
}
bool precedes(const Interval& a, const Interval& b);

template <class T>
bool same(const T& a, const T& b) {
  if constexpr (std::is_floating_point_v<T> || std::is_same_v<T, Interval>) {
    return !precedes(a, b) && !precedes(b, a);
  } else {
    return a == b;
  }
}

}  // namespace detail

/// A value, NULL, or not known here. What is not known makes a result unknown unless the rest decides it
/// alone.
template <class T>
class Operand {
 public:
  /// Not known.
  Operand() = default;

  template <class U>
  requires std::is_convertible_v<const U&, T> Operand(const U& value)  // NOLINT(google-explicit-constructor)
      : value_(value), state_(State::value) {}

  template <class U>
  requires(std::is_convertible_v<const U&, T> && !std::is_same_v<U, T>)
      Operand(const Operand<U>& other) {  // NOLINT(google-explicit-constructor)
    if (other.is_unknown()) return;
    state_ = other.get() == nullptr ? State::null : State::value;
    if (other.get() != nullptr) value_ = *other.get();
  }

  static Operand null() {
    Operand operand;
    operand.state_ = State::null;
    return operand;
  }
  /// What the text says; not known where T cannot tell.
  static Operand parse(std::string_view text) {
    const auto value = T::parse(text);
    return value ? Operand(*value) : Operand();
  }

  bool is_unknown() const { return state_ == State::unknown; }
  bool is_null() const { return state_ == State::null; }
  /// nullptr where it is NULL or not known.
  const T* get() const { return state_ == State::value ? &value_ : nullptr; }

  /// f(*this, other) where both are values, else NULL or not known.
  template <class Result, class F>
  Operand<Result> with(const Operand& other, F f) const {
    if (is_unknown() || other.is_unknown()) return {};
    if (is_null() || other.is_null()) return Operand<Result>::null();
    return f(value_, other.value_);
  }

  friend Operand<bool> operator==(const Operand& a, const Operand& b) {
    return a.template with<bool>(b, detail::same<T>);
  }
  friend Operand<bool> operator!=(const Operand& a, const Operand& b) { return !(a == b); }
  friend Operand<bool> operator<(const Operand& a, const Operand& b) {
    return a.template with<bool>(b, [](const T& x, const T& y) { return detail::precedes(x, y); });
  }
  friend Operand<bool> operator>(const Operand& a, const Operand& b) { return b < a; }
  friend Operand<bool> operator<=(const Operand& a, const Operand& b) { return !(b < a); }
  friend Operand<bool> operator>=(const Operand& a, const Operand& b) { return !(a < b); }

  /// SQL's IN.
  Operand<bool> in(std::initializer_list<T> values) const {
    if (get() == nullptr) return is_null() ? Operand<bool>::null() : Operand<bool>();
    for (const T& value : values) {
      if (detail::same(value, value_)) return true;
    }
    return false;
  }

 private:
  enum class State : std::uint8_t { unknown, null, value };

  T value_{};
  State state_ = State::unknown;
};

/// Whether a CHECK of the condition lets a row pass: it refuses only what is false.
inline bool passes(const Operand<bool>& condition) {
  return condition.get() == nullptr || *condition.get();
}

inline Operand<bool> operator!(const Operand<bool>& a) {
  return a.get() == nullptr ? a : Operand<bool>(!*a.get());
}
inline Operand<bool> operator&&(const Operand<bool>& a, const Operand<bool>& b) {
  if (!passes(a) || !passes(b)) return false;
  return a.with<bool>(b, [](bool, bool) { return true; });
}
inline Operand<bool> operator||(const Operand<bool>& a, const Operand<bool>& b) {
  return !(!a && !b);
}

/// IS TRUE
inline Operand<bool> is_true(const Operand<bool>& a) {
  return a.is_null() ? Operand<bool>(false) : a;
}
/// IS NULL
template <class T>
Operand<bool> is_null(const Operand<T>& a) {
  return a.is_unknown() ? Operand<bool>() : Operand<bool>(a.is_null());
}
/// IS DISTINCT FROM
template <class T>
Operand<bool> is_distinct(const Operand<T>& a, const Operand<std::type_identity_t<T>>& b) {
  if (a.is_unknown() || b.is_unknown()) return {};
  return a.is_null() || b.is_null() ? Operand<bool>(a.is_null() != b.is_null()) : a != b;
}
template <class T>
Operand<T> coalesce(const Operand<T>& a, const Operand<std::type_identity_t<T>>& b) {
  return a.is_null() ? b : a;
}

// Arithmetic of whole numbers. Where PostgreSQL would report an overflow or a division by zero, the result is
// not known: the server then refuses the row for that.
Operand<std::int64_t> operator+(const Operand<std::int64_t>& a, const Operand<std::int64_t>& b);
Operand<std::int64_t> operator-(const Operand<std::int64_t>& a, const Operand<std::int64_t>& b);
Operand<std::int64_t> operator*(const Operand<std::int64_t>& a, const Operand<std::int64_t>& b);
Operand<std::int64_t> operator/(const Operand<std::int64_t>& a, const Operand<std::int64_t>& b);
Operand<std::int64_t> operator%(const Operand<std::int64_t>& a, const Operand<std::int64_t>& b);

/// 1 for true, 0 for false: boolean::integer.
Operand<std::int64_t> as_integer(const Operand<bool>& a);
/// char_length
Operand<std::int64_t> character_count(const Operand<std::string_view>& text);
/// octet_length of a text
Operand<std::int64_t> byte_count(const Operand<std::string_view>& text);
/// cardinality of an array; octet_length of a bytea
Operand<std::int64_t> item_count(const Operand<Extent>& value);
/// btrim: without the spaces at both ends
Operand<std::string_view> trimmed(const Operand<std::string_view>& text);
/// The text as varchar(limit) stores it.
Operand<std::string_view> as_varchar(const Operand<std::string_view>& text, std::size_t limit);
/// The number as numeric(…, scale) stores it: not known where that rounds.
Operand<Decimal> as_numeric(const Operand<Decimal>& number, int scale);

/// A value as an operand over T.
template <class T, class U>
Operand<T> operand_of(const U& value) {
  if constexpr (!std::is_same_v<T, Extent>) {
    return static_cast<T>(value);
  } else if constexpr (requires { rules::item_count(value); }) {
    return Extent{static_cast<std::int64_t>(rules::item_count(value))};
  } else {
    return Extent{};
  }
}

/// A member of an Insert or a Patch as an operand over T.
template <class T, class U>
Operand<T> operand(const Required<U>& member) {
  return operand_of<T>(member.value());
}
template <class T, class U>
Operand<T> operand(const std::optional<U>& member) {
  return member ? operand_of<T>(*member) : Operand<T>::null();
}
/// @param otherwise what the column has where the member was left out.
template <class T, class U>
Operand<T> operand(const Set<U>& member, const Operand<T>& otherwise = {}) {
  if (!member.given()) return otherwise;
  return member.is_null() ? Operand<T>::null() : operand_of<T>(*member.get());
}

}  // namespace schemac
