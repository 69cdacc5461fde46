// The codec of what may be NULL.
#pragma once

#include <optional>

#include "schemac/codec/codec.hpp"

namespace schemac {

/// Whoever encodes a parameter or an element asks for NULL first: bytes cannot say it.
template <class T>
struct Codec<std::optional<T>> {
  static constexpr std::uint32_t oid = Codec<T>::oid;
  static constexpr std::uint32_t array_oid = Codec<T>::array_oid;
  static constexpr bool binary = Codec<T>::binary;
  /// REQUIRES: there is a value.
  static void encode(const std::optional<T>& value, ByteWriter& out) { Codec<T>::encode(*value, out); }
  static std::optional<T> decode(FieldView field) {
    if (field.is_null()) return std::nullopt;
    return Codec<T>::decode(field);
  }
};

namespace codec {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

}  // namespace codec
}  // namespace schemac
