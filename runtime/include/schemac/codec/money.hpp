// The codec of money: a count of the currency's smallest unit.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/money.hpp"

namespace schemac {

template <>
struct Codec<Money> {
  static constexpr std::uint32_t oid = 790;
  static constexpr std::uint32_t array_oid = 791;
  static constexpr bool binary = true;
  static void encode(Money value, ByteWriter& out) { out.put(value.cents); }
  static Money decode(FieldView field) { return Money{codec::decode_integer<std::int64_t>(field, "money")}; }
};

}  // namespace schemac
