// The codecs of numeric, time, interval, bit strings and network addresses: those with more than one part.
#include "schemac/codec/bits.hpp"
#include "schemac/codec/decimal.hpp"
#include "schemac/codec/network.hpp"
#include "schemac/codec/temporal.hpp"

namespace schemac {
namespace {

using codec::throw_malformed;

// numeric's sign word.
constexpr std::uint16_t kPositive = 0x0000;
constexpr std::uint16_t kNegative = 0x4000;
constexpr std::uint16_t kNan = 0xC000;
constexpr std::uint16_t kInfinity = 0xD000;
constexpr std::uint16_t kMinusInfinity = 0xF000;
constexpr std::uint16_t kMaxScale = 0x3FFF;
constexpr int kMinWeight = -4100;  // below 1e-16383, the smallest number there is

// inet's families, as PostgreSQL numbers them on every platform.
constexpr std::uint8_t kFamilyV4 = 2;
constexpr std::uint8_t kFamilyV6 = 3;

constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;
constexpr std::int32_t kMaxUtcOffset = 16 * 3600 - 1;

Time take_time(ByteReader& reader) {
  const auto microseconds = reader.take<std::int64_t>();
  if (microseconds < 0 || microseconds > kMicrosecondsPerDay) throw_malformed("time", "beyond 24 hours");
  return Time::from_microseconds(microseconds);
}

void encode_address(const IpAddress& address, bool is_cidr, ByteWriter& out) {
  out.put(address.family == IpAddress::Family::v4 ? kFamilyV4 : kFamilyV6);
  out.put(address.prefix);
  out.put(static_cast<std::uint8_t>(is_cidr));
  out.put(static_cast<std::uint8_t>(address.size()));
  out.put_bytes(address.bytes.data(), static_cast<std::size_t>(address.size()));
}

IpAddress decode_address(FieldView field, const char* type) {
  ByteReader reader(field, type);
  IpAddress address;
  const auto family = reader.take<std::uint8_t>();
  if (family != kFamilyV4 && family != kFamilyV6) throw_malformed(type, "an unknown address family");
  address.family = family == kFamilyV4 ? IpAddress::Family::v4 : IpAddress::Family::v6;
  address.prefix = reader.take<std::uint8_t>();
  reader.take<std::uint8_t>();  // whether it is a cidr, which the column's type says
  if (reader.take<std::uint8_t>() != address.size()) throw_malformed(type, "an address of another length");
  if (address.prefix > address.size() * 8) throw_malformed(type, "a prefix longer than the address");
  const std::string_view bytes = reader.take_bytes(static_cast<std::size_t>(address.size()));
  std::memcpy(address.bytes.data(), bytes.data(), bytes.size());
  reader.finish();
  return address;
}

}  // namespace

void Codec<Decimal>::encode(const Decimal& value, ByteWriter& out) {
  std::uint16_t sign = value.negative_ ? kNegative : kPositive;
  if (value.is_nan()) sign = kNan;
  if (value.is_infinite()) sign = value.negative_ ? kMinusInfinity : kInfinity;
  out.put(static_cast<std::int16_t>(value.groups_.size()));
  out.put(value.weight_);
  out.put(sign);
  out.put(value.scale_);
  for (const char16_t group : value.groups_) out.put(static_cast<std::uint16_t>(group));
}

Decimal Codec<Decimal>::decode(FieldView field) {
  constexpr const char* kType = "numeric";
  ByteReader reader(field, kType);
  Decimal value;
  const auto count = reader.take<std::uint16_t>();
  value.weight_ = reader.take<std::int16_t>();
  const auto sign = reader.take<std::uint16_t>();
  value.scale_ = reader.take<std::uint16_t>();
  value.negative_ = sign == kNegative || sign == kMinusInfinity;
  if (sign == kNan || sign == kInfinity || sign == kMinusInfinity) {
    value.kind_ = sign == kNan ? Decimal::Kind::nan : Decimal::Kind::infinity;
    value.scale_ = 0;
    value.weight_ = 0;
    if (count != 0) throw_malformed(kType, "digits in a special value");
    reader.finish();
    return value;
  }
  if (sign != kPositive && sign != kNegative) throw_malformed(kType, "an unknown sign");
  if (value.scale_ > kMaxScale || value.weight_ < kMinWeight) throw_malformed(kType, "a scale out of range");
  if (reader.remaining() != count * sizeof(std::uint16_t)) throw_malformed(kType, "another number of digits");
  value.groups_.resize(count);
  for (char16_t& group : value.groups_) {
    group = reader.take<std::uint16_t>();
    if (group > 9999) throw_malformed(kType, "a group of more than four digits");
  }
  if (count == 0 || value.groups_.front() == 0 || value.groups_.back() == 0) value.strip();
  return value;
}

Time Codec<Time>::decode(FieldView field) {
  ByteReader reader(field, "time");
  const Time value = take_time(reader);
  reader.finish();
  return value;
}

// The zone travels as seconds west of Greenwich.
void Codec<TimeTz>::encode(TimeTz value, ByteWriter& out) {
  out.put(value.time().microseconds());
  out.put(-value.utc_offset());
}

TimeTz Codec<TimeTz>::decode(FieldView field) {
  ByteReader reader(field, "timetz");
  const Time time = take_time(reader);
  const auto west = reader.take<std::int32_t>();
  if (west < -kMaxUtcOffset || west > kMaxUtcOffset) throw_malformed("timetz", "an offset beyond 16 hours");
  reader.finish();
  return {time, -west};
}

void Codec<Interval>::encode(const Interval& value, ByteWriter& out) {
  out.put(value.microseconds);
  out.put(value.days);
  out.put(value.months);
}

Interval Codec<Interval>::decode(FieldView field) {
  ByteReader reader(field, "interval");
  Interval value;
  value.microseconds = reader.take<std::int64_t>();
  value.days = reader.take<std::int32_t>();
  value.months = reader.take<std::int32_t>();
  reader.finish();
  return value;
}

void Codec<BitString>::encode(const BitString& value, ByteWriter& out) {
  out.put(static_cast<std::int32_t>(value.size_));
  out.put_bytes(value.bytes_.data(), value.bytes_.size());
}

BitString Codec<BitString>::decode(FieldView field) {
  constexpr const char* kType = "bit string";
  ByteReader reader(field, kType);
  const auto size = reader.take<std::int32_t>();
  if (size < 0 || reader.remaining() != (static_cast<std::size_t>(size) + 7) / 8) {
    throw_malformed(kType, "another number of bits");
  }
  BitString value;
  value.size_ = static_cast<std::size_t>(size);
  value.bytes_ = reader.take_bytes(reader.remaining());
  // The value's order relies on the unused bits being zero.
  for (std::size_t bit = value.size_; bit < value.bytes_.size() * 8; ++bit) value.set(bit, false);
  return value;
}

void Codec<Inet>::encode(const Inet& value, ByteWriter& out) {
  encode_address(value.address, false, out);
}

Inet Codec<Inet>::decode(FieldView field) {
  return {decode_address(field, "inet")};
}

void Codec<Cidr>::encode(const Cidr& value, ByteWriter& out) {
  encode_address(value.address, true, out);
}

Cidr Codec<Cidr>::decode(FieldView field) {
  return {decode_address(field, "cidr")};
}

}  // namespace schemac
