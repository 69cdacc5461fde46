// The codec of bit(n) and bit varying: a count of bits and the bytes that hold them.
#pragma once

#include "schemac/bits.hpp"
#include "schemac/codec/codec.hpp"

namespace schemac {

/// A parameter is a bit varying, which the server takes for bit(n) of the same length.
template <>
struct Codec<BitString> {
  static constexpr std::uint32_t oid = 1562;
  static constexpr std::uint32_t array_oid = 1563;
  static constexpr bool binary = true;
  static void encode(const BitString& value, ByteWriter& out);
  static BitString decode(FieldView field);
};

}  // namespace schemac
