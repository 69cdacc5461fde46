// The members of Insert and Patch structs: values that must be given, and values that may be left out.
#pragma once

#include <initializer_list>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

namespace schemac {

/// NULL, as a value to write: `patch.summary = schemac::null`.
struct Null {};
inline constexpr Null null{};

namespace detail {

/// What a column's type holds when it is not NULL, and what a braced list of its elements is made of.
template <class T>
struct ColumnValue {
  using Value = T;
  struct NoElement {};
  using Element = NoElement;
  static constexpr bool nullable = false;
};
template <class T>
struct ColumnValue<std::vector<T>> {
  using Value = std::vector<T>;
  using Element = T;
  static constexpr bool nullable = false;
};
template <class T>
struct ColumnValue<std::optional<T>> {
  using Value = T;
  using Element = typename ColumnValue<T>::Element;
  static constexpr bool nullable = true;
};

template <class T>
inline constexpr bool kIsOptional = false;
template <class T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

}  // namespace detail

/// A value that has no default: the struct that holds it cannot be made without it. (It takes no braced list,
/// since an empty one is what a member left out is initialized with.)
template <class T>
class Required {
 public:
  Required(T value) : value_(std::move(value)) {}  // NOLINT(google-explicit-constructor)

  template <class U>
  requires(!std::is_same_v<std::remove_cvref_t<U>, Required> && !std::is_same_v<std::remove_cvref_t<U>, T>)
      Required(U&& value)  // NOLINT(google-explicit-constructor)
      : value_(convert(std::forward<U>(value))) {}

  const T& value() const { return value_; }
  operator const T&() const { return value_; }  // NOLINT(google-explicit-constructor)

 private:
  template <class U>
  static T convert(U&& value) {
    static_assert(!std::is_same_v<std::remove_cvref_t<U>, Null>, "schemac: this column cannot be NULL");
    static_assert(std::is_convertible_v<U&&, T>, "schemac: this is no value of the column's type");
    return static_cast<T>(std::forward<U>(value));
  }

  T value_;
};

/// A value that may be left out. `T` is the column's type, std::optional where the column takes NULL; so
/// there are two states (left out, a value) or three (left out, NULL, a value). What leaving out means is the
/// struct's to say: an Insert then takes the column's default, a Patch leaves the column as it is.
template <class T>
class Set {
 public:
  using Value = typename detail::ColumnValue<T>::Value;

  /// Left out.
  Set() = default;

  Set(Value value) : value_(std::move(value)), given_(true) {}  // NOLINT(google-explicit-constructor)

  /// A value, or schemac::null. A std::optional is refused: an empty one could mean "leave it" or "NULL"; see
  /// or_null().
  template <class U>
  requires(!std::is_same_v<std::remove_cvref_t<U>, Set> && !std::is_same_v<std::remove_cvref_t<U>, Value>)
      Set(U&& value)  // NOLINT(google-explicit-constructor)
      : given_(true) {
    assign(std::forward<U>(value));
  }

  Set(std::initializer_list<typename detail::ColumnValue<T>::Element> elements)
      : value_(Value(elements)), given_(true) {}

  /// False: left out.
  bool given() const { return given_; }
  /// True: NULL is to be written.
  bool is_null() const { return given_ && !value_.has_value(); }
  /// The value; nullptr where it was left out or is NULL.
  const Value* get() const { return value_ ? &*value_ : nullptr; }

 private:
  template <class U>
  void assign(U&& value) {
    using Plain = std::remove_cvref_t<U>;
    if constexpr (std::is_same_v<Plain, Null>) {
      static_assert(detail::ColumnValue<T>::nullable, "schemac: this column cannot be NULL");
    } else if constexpr (std::is_same_v<Plain, std::nullopt_t> || detail::kIsOptional<Plain>) {
      static_assert(
          std::is_same_v<Plain, void>,
          "schemac: an empty optional is ambiguous: write schemac::null, or use schemac::or_null()");
    } else {
      static_assert(std::is_convertible_v<U&&, Value>, "schemac: this is no value of the column's type");
      value_.emplace(std::forward<U>(value));
    }
  }

  std::optional<Value> value_;
  bool given_ = false;
};

/// A member of an Insert whose column has a default.
template <class T>
using Defaulted = Set<T>;

/// An optional as what to write: its value, or NULL where it is empty.
template <class T>
Set<std::optional<T>> or_null(std::optional<T> value) {
  if (value) return Set<std::optional<T>>(std::move(*value));
  return Set<std::optional<T>>(null);
}

/// What a deprecated member is initialized with. A function, because g++ 12 warns of a member that a constant
/// initializes wherever a struct is made, and not only where somebody names the member.
template <class T>
T left_out() {
  return T();
}

/// The value that a member holds; nullptr where there is none (left out, or NULL).
template <class T>
const T* given(const Required<T>& member) {
  return &member.value();
}
template <class T>
const T* given(const std::optional<T>& member) {
  return member ? &*member : nullptr;
}
template <class T>
auto given(const Set<T>& member) {
  return member.get();
}

}  // namespace schemac
