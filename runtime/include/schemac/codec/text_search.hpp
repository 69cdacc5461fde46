// Codecs of tsvector and tsquery. Parameters go as text, which the server parses; results come as trees and
// lists of lexemes and are printed here as the server would.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/text_search.hpp"

namespace schemac {

template <>
struct Codec<TsVector> {
  static constexpr std::uint32_t oid = 3614;
  static constexpr std::uint32_t array_oid = 3643;
  static constexpr bool binary = false;
  static void encode(const TsVector& value, ByteWriter& out) { out.put_text(value.text); }
  static TsVector decode(FieldView field);
};

template <>
struct Codec<TsQuery> {
  static constexpr std::uint32_t oid = 3615;
  static constexpr std::uint32_t array_oid = 3645;
  static constexpr bool binary = false;
  static void encode(const TsQuery& value, ByteWriter& out) { out.put_text(value.text); }
  static TsQuery decode(FieldView field);
};

}  // namespace schemac
