// Codecs of date, time, timestamp and interval: counts of days and of microseconds.
#pragma once

#include "schemac/codec/codec.hpp"
#include "schemac/temporal.hpp"

namespace schemac {

template <>
struct Codec<Date> {
  static constexpr std::uint32_t oid = 1082;
  static constexpr std::uint32_t array_oid = 1182;
  static constexpr bool binary = true;
  static void encode(Date value, ByteWriter& out) { out.put(value.days()); }
  static Date decode(FieldView field) {
    return Date::from_days(codec::decode_integer<std::int32_t>(field, "date"));
  }
};

template <>
struct Codec<Timestamp> {
  static constexpr std::uint32_t oid = 1114;
  static constexpr std::uint32_t array_oid = 1115;
  static constexpr bool binary = true;
  static void encode(Timestamp value, ByteWriter& out) { out.put(value.microseconds()); }
  static Timestamp decode(FieldView field) {
    return Timestamp::from_microseconds(codec::decode_integer<std::int64_t>(field, "timestamp"));
  }
};

template <>
struct Codec<TimestampTz> {
  static constexpr std::uint32_t oid = 1184;
  static constexpr std::uint32_t array_oid = 1185;
  static constexpr bool binary = true;
  static void encode(TimestampTz value, ByteWriter& out) { out.put(value.microseconds()); }
  static TimestampTz decode(FieldView field) {
    return TimestampTz::from_microseconds(codec::decode_integer<std::int64_t>(field, "timestamptz"));
  }
};

template <>
struct Codec<Time> {
  static constexpr std::uint32_t oid = 1083;
  static constexpr std::uint32_t array_oid = 1183;
  static constexpr bool binary = true;
  static void encode(Time value, ByteWriter& out) { out.put(value.microseconds()); }
  static Time decode(FieldView field);
};

template <>
struct Codec<TimeTz> {
  static constexpr std::uint32_t oid = 1266;
  static constexpr std::uint32_t array_oid = 1270;
  static constexpr bool binary = true;
  static void encode(TimeTz value, ByteWriter& out);
  static TimeTz decode(FieldView field);
};

template <>
struct Codec<Interval> {
  static constexpr std::uint32_t oid = 1186;
  static constexpr std::uint32_t array_oid = 1187;
  static constexpr bool binary = true;
  static void encode(const Interval& value, ByteWriter& out);
  static Interval decode(FieldView field);
};

}  // namespace schemac
