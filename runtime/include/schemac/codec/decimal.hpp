// The codec of numeric: a count of base-10,000 groups, the weight of the first, the sign, the scale, the
// groups.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/decimal.hpp"

namespace schemac {

template <>
struct Codec<Decimal> {
  static constexpr std::uint32_t oid = 1700;
  static constexpr std::uint32_t array_oid = 1231;
  static constexpr bool binary = true;
  static void encode(const Decimal& value, ByteWriter& out);
  static Decimal decode(FieldView field);
};

}  // namespace schemac
