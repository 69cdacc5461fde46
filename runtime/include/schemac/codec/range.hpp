// Codecs of ranges (a byte of flags and the finite bounds) and of multiranges (a count of ranges).
#pragma once

#include "schemac/codec/decimal.hpp"
#include "schemac/codec/scalars.hpp"
#include "schemac/codec/temporal.hpp"
#include "schemac/range.hpp"

namespace schemac {
namespace codec {

/// The oids of the range type over T, of its array, and of the multirange and its array.
template <class T>
struct RangeOids;
template <>
struct RangeOids<std::int32_t> {
  static constexpr std::uint32_t range = 3904, range_array = 3905, multirange = 4451, multirange_array = 6150;
};
template <>
struct RangeOids<std::int64_t> {
  static constexpr std::uint32_t range = 3926, range_array = 3927, multirange = 4536, multirange_array = 6157;
};
template <>
struct RangeOids<Decimal> {
  static constexpr std::uint32_t range = 3906, range_array = 3907, multirange = 4532, multirange_array = 6151;
};
template <>
struct RangeOids<Timestamp> {
  static constexpr std::uint32_t range = 3908, range_array = 3909, multirange = 4533, multirange_array = 6152;
};
template <>
struct RangeOids<TimestampTz> {
  static constexpr std::uint32_t range = 3910, range_array = 3911, multirange = 4534, multirange_array = 6153;
};
template <>
struct RangeOids<Date> {
  static constexpr std::uint32_t range = 3912, range_array = 3913, multirange = 4535, multirange_array = 6155;
};

enum RangeFlag : std::uint8_t {
  kRangeEmpty = 0x01,
  kLowerInclusive = 0x02,
  kUpperInclusive = 0x04,
  kLowerInfinite = 0x08,
  kUpperInfinite = 0x10,
};

}  // namespace codec

template <class T>
struct Codec<Range<T>> {
  static constexpr std::uint32_t oid = codec::RangeOids<T>::range;
  static constexpr std::uint32_t array_oid = codec::RangeOids<T>::range_array;
  static constexpr bool binary = true;

  static void encode(const Range<T>& value, ByteWriter& out) {
    if (value.empty) return out.put(std::uint8_t{codec::kRangeEmpty});
    const int lower = !value.lower            ? codec::kLowerInfinite
                      : value.lower_inclusive ? codec::kLowerInclusive
                                              : 0;
    const int upper = !value.upper            ? codec::kUpperInfinite
                      : value.upper_inclusive ? codec::kUpperInclusive
                                              : 0;
    out.put(static_cast<std::uint8_t>(lower | upper));
    if (value.lower) encode_bound(*value.lower, out);
    if (value.upper) encode_bound(*value.upper, out);
  }

  static Range<T> decode(FieldView field) {
    ByteReader reader(field, "range");
    const auto flags = reader.take<std::uint8_t>();
    Range<T> range;
    range.empty = (flags & codec::kRangeEmpty) != 0;
    range.lower_inclusive = (flags & codec::kLowerInclusive) != 0;
    range.upper_inclusive = (flags & codec::kUpperInclusive) != 0;
    if (!range.empty && (flags & codec::kLowerInfinite) == 0)
      range.lower = Codec<T>::decode(reader.take_field());
    if (!range.empty && (flags & codec::kUpperInfinite) == 0)
      range.upper = Codec<T>::decode(reader.take_field());
    reader.finish();
    return range;
  }

 private:
  static void encode_bound(const T& bound, ByteWriter& out) {
    const std::size_t opened = out.open();
    Codec<T>::encode(bound, out);
    out.close(opened);
  }
};

template <class T>
struct Codec<Multirange<T>> {
  static constexpr std::uint32_t oid = codec::RangeOids<T>::multirange;
  static constexpr std::uint32_t array_oid = codec::RangeOids<T>::multirange_array;
  static constexpr bool binary = true;

  static void encode(const Multirange<T>& value, ByteWriter& out) {
    out.put(static_cast<std::int32_t>(value.ranges.size()));
    for (const Range<T>& range : value.ranges) {
      const std::size_t opened = out.open();
      Codec<Range<T>>::encode(range, out);
      out.close(opened);
    }
  }

  static Multirange<T> decode(FieldView field) {
    ByteReader reader(field, "multirange");
    Multirange<T> value;
    // No reserve: the count is not to be believed before that many ranges are there.
    for (auto left = reader.take<std::int32_t>(); left > 0; --left) {
      value.ranges.push_back(Codec<Range<T>>::decode(reader.take_field()));
    }
    reader.finish();
    return value;
  }
};

}  // namespace schemac
