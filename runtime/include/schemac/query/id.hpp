// A key as a type of its own: the id of a bill cannot stand where the id of a user is wanted.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace schemac {

template <class T>
struct Codec;
class ByteWriter;
struct FieldView;

namespace detail {
template <class...>
inline constexpr bool kNever = false;
}  // namespace detail

/// The value of a key column. `Tag` is what tells the ids of two tables apart and is never defined; `T` is
/// the column's type. The default value (the nil uuid, 0, an empty text) is that of no row.
template <class Tag, class T>
class Id {
 public:
  using Value = T;

  constexpr Id() = default;
  constexpr explicit Id(T value) : value_(std::move(value)) {}

  /// Always an error, with a message that says so.
  template <class Other, class U>
  Id(const Id<Other, U>&) {  // NOLINT(google-explicit-constructor)
    static_assert(detail::kNever<Other>, "schemac: this is the id of another table");
  }

  constexpr const T& value() const { return value_; }

  friend constexpr bool operator==(const Id&, const Id&) = default;
  friend constexpr auto operator<=>(const Id&, const Id&) = default;

 private:
  T value_{};
};

template <class Tag, class T, class Other, class U>
requires(!std::is_same_v<Tag, Other>) constexpr bool operator==(const Id<Tag, T>&, const Id<Other, U>&) {
  static_assert(detail::kNever<Tag>, "schemac: the ids of two tables are never equal");
  return false;
}

/// Travels as the value that it holds.
template <class Tag, class T>
struct Codec<Id<Tag, T>> {
  static constexpr std::uint32_t oid = Codec<T>::oid;
  static constexpr std::uint32_t array_oid = Codec<T>::array_oid;
  static constexpr bool binary = Codec<T>::binary;
  static void encode(const Id<Tag, T>& id, ByteWriter& out) { Codec<T>::encode(id.value(), out); }
  template <class Field = FieldView>
  static Id<Tag, T> decode(Field field) {
    return Id<Tag, T>{Codec<T>::decode(field)};
  }
};

}  // namespace schemac

template <class Tag, class T>
struct std::hash<schemac::Id<Tag, T>> {
  std::size_t operator()(const schemac::Id<Tag, T>& id) const noexcept { return std::hash<T>{}(id.value()); }
};
