// The codec of uuid: its 16 bytes.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/uuid.hpp"

namespace schemac {

template <>
struct Codec<Uuid> {
  static constexpr std::uint32_t oid = 2950;
  static constexpr std::uint32_t array_oid = 2951;
  static constexpr bool binary = true;
  static void encode(const Uuid& value, ByteWriter& out) { out.put_bytes(value.bytes().data(), 16); }
  static Uuid decode(FieldView field) {
    if (field.data == nullptr || field.size != 16) [[unlikely]]
      codec::throw_wrong_size(field, 16, "uuid");
    Uuid::Bytes bytes;
    std::memcpy(bytes.data(), field.data, bytes.size());
    return Uuid(bytes);
  }
};

}  // namespace schemac
