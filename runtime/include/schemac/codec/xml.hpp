// The codec of xml: its text.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/xml.hpp"

namespace schemac {

template <>
struct Codec<Xml> {
  static constexpr std::uint32_t oid = 142;
  static constexpr std::uint32_t array_oid = 143;
  static constexpr bool binary = true;
  static void encode(const Xml& value, ByteWriter& out) {
    out.put_bytes(value.text.data(), value.text.size());
  }
  static Xml decode(FieldView field) { return Xml(std::string(codec::decode_text(field, "xml"))); }
};

}  // namespace schemac
