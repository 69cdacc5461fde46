// Codecs of the types that C++ has itself: booleans, numbers, text and bytes.
#pragma once

#include <cstddef>
#include <vector>

#include "schemac/codec/codec.hpp"

namespace schemac {

template <>
struct Codec<bool> {
  static constexpr std::uint32_t oid = 16;
  static constexpr std::uint32_t array_oid = 1000;
  static constexpr bool binary = true;
  static void encode(bool value, ByteWriter& out) { out.put(static_cast<std::uint8_t>(value)); }
  static bool decode(FieldView field) { return codec::decode_integer<std::uint8_t>(field, "boolean") != 0; }
};

template <>
struct Codec<std::int16_t> {
  static constexpr std::uint32_t oid = 21;
  static constexpr std::uint32_t array_oid = 1005;
  static constexpr bool binary = true;
  static void encode(std::int16_t value, ByteWriter& out) { out.put(value); }
  static std::int16_t decode(FieldView field) {
    return codec::decode_integer<std::int16_t>(field, "smallint");
  }
};

template <>
struct Codec<std::int32_t> {
  static constexpr std::uint32_t oid = 23;
  static constexpr std::uint32_t array_oid = 1007;
  static constexpr bool binary = true;
  static void encode(std::int32_t value, ByteWriter& out) { out.put(value); }
  static std::int32_t decode(FieldView field) {
    return codec::decode_integer<std::int32_t>(field, "integer");
  }
};

template <>
struct Codec<std::int64_t> {
  static constexpr std::uint32_t oid = 20;
  static constexpr std::uint32_t array_oid = 1016;
  static constexpr bool binary = true;
  static void encode(std::int64_t value, ByteWriter& out) { out.put(value); }
  static std::int64_t decode(FieldView field) { return codec::decode_integer<std::int64_t>(field, "bigint"); }
};

/// PostgreSQL's oid, the only unsigned number it has.
template <>
struct Codec<std::uint32_t> {
  static constexpr std::uint32_t oid = 26;
  static constexpr std::uint32_t array_oid = 1028;
  static constexpr bool binary = true;
  static void encode(std::uint32_t value, ByteWriter& out) { out.put(value); }
  static std::uint32_t decode(FieldView field) { return codec::decode_integer<std::uint32_t>(field, "oid"); }
};

template <>
struct Codec<float> {
  static constexpr std::uint32_t oid = 700;
  static constexpr std::uint32_t array_oid = 1021;
  static constexpr bool binary = true;
  static void encode(float value, ByteWriter& out) {
    std::uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    out.put(bits);
  }
  static float decode(FieldView field) {
    const auto bits = codec::decode_integer<std::uint32_t>(field, "real");
    float value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
};

template <>
struct Codec<double> {
  static constexpr std::uint32_t oid = 701;
  static constexpr std::uint32_t array_oid = 1022;
  static constexpr bool binary = true;
  static void encode(double value, ByteWriter& out) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    out.put(bits);
  }
  static double decode(FieldView field) {
    const auto bits = codec::decode_integer<std::uint64_t>(field, "double precision");
    double value;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
};

/// text, varchar, char(n), name, citext. The server infers which: as text, a parameter would be compared with
/// a char(n) or a citext column by text's rules, not by the column's.
template <>
struct Codec<std::string> {
  static constexpr std::uint32_t oid = 0;
  static constexpr std::uint32_t array_oid = 0;
  static constexpr bool binary = true;
  static void encode(std::string_view value, ByteWriter& out) { out.put_bytes(value.data(), value.size()); }
  static std::string decode(FieldView field) { return std::string(codec::decode_text(field, "text")); }
};

/// For parameters only: a decoded view would outlive its result.
template <>
struct Codec<std::string_view> {
  static constexpr std::uint32_t oid = 0;
  static constexpr std::uint32_t array_oid = 0;
  static constexpr bool binary = true;
  static void encode(std::string_view value, ByteWriter& out) { out.put_bytes(value.data(), value.size()); }
};

/// A literal, up to its zero byte; for parameters only.
template <std::size_t Size>
struct Codec<char[Size]> : Codec<std::string_view> {};

/// bytea: not an array of something.
template <>
struct Codec<std::vector<std::byte>> {
  static constexpr std::uint32_t oid = 17;
  static constexpr std::uint32_t array_oid = 1001;
  static constexpr bool binary = true;
  static void encode(const std::vector<std::byte>& value, ByteWriter& out) {
    out.put_bytes(value.data(), value.size());
  }
  static std::vector<std::byte> decode(FieldView field) {
    const std::string_view bytes = codec::decode_text(field, "bytea");
    const auto* data = reinterpret_cast<const std::byte*>(bytes.data());
    return {data, data + bytes.size()};
  }
};

}  // namespace schemac
