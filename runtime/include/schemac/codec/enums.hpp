// The codec of every enum that has EnumTraits: the binary form of a PostgreSQL enum is its label.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/codec/enum_traits.hpp"

namespace schemac {
namespace codec {

[[noreturn]] void throw_unknown_label(std::string_view label);

}  // namespace codec

/// The type's oid differs from database to database: the server infers it.
template <LabelledEnum E>
struct Codec<E> {
  static constexpr std::uint32_t oid = 0;
  static constexpr std::uint32_t array_oid = 0;
  static constexpr bool binary = true;
  static void encode(E value, ByteWriter& out) {
    const std::string_view label = EnumTraits<E>::name(value);
    out.put_bytes(label.data(), label.size());
  }
  static E decode(FieldView field) {
    const std::string_view label = codec::decode_text(field, "enum");
    const auto value = EnumTraits<E>::parse(label);
    if (!value) [[unlikely]]
      codec::throw_unknown_label(label);
    return *value;
  }
};

}  // namespace schemac
