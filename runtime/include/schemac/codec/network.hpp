// Codecs of inet, cidr, macaddr and macaddr8.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/network.hpp"

namespace schemac {

template <>
struct Codec<Inet> {
  static constexpr std::uint32_t oid = 869;
  static constexpr std::uint32_t array_oid = 1041;
  static constexpr bool binary = true;
  static void encode(const Inet& value, ByteWriter& out);
  static Inet decode(FieldView field);
};

template <>
struct Codec<Cidr> {
  static constexpr std::uint32_t oid = 650;
  static constexpr std::uint32_t array_oid = 651;
  static constexpr bool binary = true;
  static void encode(const Cidr& value, ByteWriter& out);
  static Cidr decode(FieldView field);
};

template <std::size_t Size>
struct Codec<HardwareAddress<Size>> {
  static constexpr std::uint32_t oid = Size == 6 ? 829 : 774;
  static constexpr std::uint32_t array_oid = Size == 6 ? 1040 : 775;
  static constexpr bool binary = true;
  static void encode(const HardwareAddress<Size>& value, ByteWriter& out) {
    out.put_bytes(value.bytes.data(), Size);
  }
  static HardwareAddress<Size> decode(FieldView field) {
    if (field.data == nullptr || field.size != static_cast<std::int32_t>(Size)) [[unlikely]] {
      codec::throw_wrong_size(field, Size, "macaddr");
    }
    HardwareAddress<Size> address;
    std::memcpy(address.bytes.data(), field.data, Size);
    return address;
  }
};

}  // namespace schemac
