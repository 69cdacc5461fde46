// The codec of json and jsonb, one for both.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/json.hpp"

namespace schemac {

/// A parameter goes as text of a type that the server infers, so that it fits json and jsonb alike. A result
/// tells which it is by its first byte: jsonb's is a version number (1), and no JSON text begins with that.
template <>
struct Codec<Json> {
  static constexpr std::uint32_t oid = 0;
  static constexpr std::uint32_t array_oid = 0;
  static constexpr bool binary = false;
  static void encode(const Json& value, ByteWriter& out) { out.put_text(value.text); }
  static Json decode(FieldView field) {
    std::string_view text = codec::decode_text(field, "json");
    if (!text.empty() && text.front() == '\1') text.remove_prefix(1);
    if (text.empty()) [[unlikely]]
      codec::throw_malformed("json", "no text");
    return Json(text);
  }
};

}  // namespace schemac
