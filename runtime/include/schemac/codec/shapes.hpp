// The codec of every struct that has ShapeTraits: it travels as the JSON text that Json would.
#pragma once

#include "schemac/codec/json.hpp"
#include "schemac/error.hpp"
#include "schemac/query/shape.hpp"

namespace schemac {

template <Shaped T>
struct Codec<T> {
  static constexpr std::uint32_t oid = 0;
  static constexpr std::uint32_t array_oid = 0;
  static constexpr bool binary = false;
  static void encode(const T& value, ByteWriter& out) { out.put_text(to_json(value)); }
  /// @throws DecodeError for a value that somebody else has written in another form, naming its member.
  static T decode(FieldView field) {
    ValidationResult result;
    auto value = from_json<T>(Codec<Json>::decode(field).text, result);
    if (!value) [[unlikely]]
      throw DecodeError(result.to_string());
    return *std::move(value);
  }
};

}  // namespace schemac
