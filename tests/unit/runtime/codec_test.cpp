// The codecs without a server: what is encoded decodes to the same value; every shorter field, every longer
// one and many damaged ones are refused or give some value, and never read beyond their end (run under
// sanitizers).
#include <gtest/gtest.h>

#include <random>

#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"

namespace schemac {

enum class Colour { red, green };

template <>
struct EnumTraits<Colour> {
  static std::string_view name(Colour colour) { return colour == Colour::red ? "red" : "gr\"een"; }
  static std::optional<Colour> parse(std::string_view label) {
    if (label == "red") return Colour::red;
    if (label == "gr\"een") return Colour::green;
    return std::nullopt;
  }
};

namespace {

using Bytes = std::vector<char>;

/// Decodes from memory of exactly that size, so that a sanitizer sees any step beyond it.
template <class T>
T decode(const Bytes& bytes) {
  static const char kNone = 0;
  return Codec<T>::decode({bytes.empty() ? &kNone : bytes.data(), static_cast<std::int32_t>(bytes.size())});
}

template <class T>
Bytes encode(const T& value) {
  ByteWriter writer;
  Codec<T>::encode(value, writer);
  return {writer.data(), writer.data() + writer.size()};
}

/// How many of the fields cut short were taken for a value. Only DecodeError may come out of the others.
template <class T>
int decode_truncations(const Bytes& whole) {
  int taken = 0;
  for (std::size_t size = 0; size < whole.size(); ++size) {
    try {
      decode<T>(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)));
      ++taken;
    } catch (const DecodeError&) {
    }
  }
  return taken;
}

/// Decodes the field with some bytes changed; whatever comes out must print.
template <class T>
void decode_damaged(const Bytes& whole, std::mt19937& random) {
  for (int round = 0; round < 2000 && !whole.empty(); ++round) {
    Bytes damaged = whole;
    for (int i = 0; i < 1 + round % 3; ++i) {
      damaged[random() % damaged.size()] = static_cast<char>(round % 2 == 0 ? random() : random() % 4);
    }
    try {
      const T value = decode<T>(damaged);
      if constexpr (requires { value.to_string(); }) (void)value.to_string();
    } catch (const DecodeError&) {
    }
  }
}

/// For types with a fixed or a self-describing form: no part of the field is a value.
template <class T>
void expect_strict(const T& value) {
  std::mt19937 random(20240229);
  Bytes bytes = encode(value);
  EXPECT_TRUE(decode<T>(bytes) == value);
  EXPECT_EQ(decode_truncations<T>(bytes), 0);
  decode_damaged<T>(bytes, random);
  bytes.push_back('\0');
  EXPECT_THROW(decode<T>(bytes), DecodeError);
  EXPECT_THROW(Codec<T>::decode({}), DecodeError);
}

template <class T>
T parse(std::string_view text) {
  return T::parse(text).value();
}

/// Big-endian pieces of a field written by hand.
class Field {
 public:
  template <class Int>
  Field& put(Int value) {
    writer_.put(value);
    return *this;
  }
  Field& text(std::string_view text) {
    writer_.put_bytes(text.data(), text.size());
    return put(std::uint8_t{0});
  }
  Bytes bytes() const { return {writer_.data(), writer_.data() + writer_.size()}; }

 private:
  ByteWriter writer_;
};

TEST(Codec, scalars_are_strict) {
  expect_strict(true);
  expect_strict(std::int16_t{-2});
  expect_strict(std::int32_t{-3});
  expect_strict(std::numeric_limits<std::int64_t>::min());
  expect_strict(std::uint32_t{4000000000});
  expect_strict(1.5F);
  expect_strict(-2.5e300);
  expect_strict(parse<Uuid>("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"));
  expect_strict(Money{-5});
}

TEST(Codec, integers_are_in_network_order) {
  EXPECT_EQ(encode(std::int32_t{0x01020304}), (Bytes{1, 2, 3, 4}));
  EXPECT_EQ(encode(std::int16_t{-2}), (Bytes{'\xFF', '\xFE'}));
}

TEST(Codec, decimals_are_strict) {
  for (const char* text : {"0", "0.00", "-12345.6789", "1e-38", "1e40", "NaN", "-Infinity", "Infinity"}) {
    expect_strict(parse<Decimal>(text));
    EXPECT_EQ(decode<Decimal>(encode(parse<Decimal>(text))).to_string(), parse<Decimal>(text).to_string());
  }
}

TEST(Codec, decimal_takes_groups_of_zeros_off) {
  const Bytes padded = Field()
                           .put(std::int16_t{3})
                           .put(std::int16_t{1})
                           .put(std::int16_t{0})
                           .put(std::int16_t{0})
                           .put(std::int16_t{0})
                           .put(std::int16_t{7})
                           .put(std::int16_t{0})
                           .bytes();
  EXPECT_EQ(decode<Decimal>(padded), Decimal(7));
}

TEST(Codec, temporals_are_strict) {
  expect_strict(parse<Date>("0044-03-15 BC"));
  expect_strict(parse<Time>("23:59:59.999999"));
  expect_strict(parse<TimeTz>("13:05:09.5+05:30"));
  expect_strict(Timestamp::infinity());
  expect_strict(parse<TimestampTz>("2024-02-29 13:05:09.5+00"));
  expect_strict(parse<Interval>("1 year -2 days 03:04:05.6"));
  EXPECT_THROW(decode<Time>(encode(std::int64_t{-1})), DecodeError);
  EXPECT_THROW(decode<Time>(encode(std::int64_t{86'400'000'001})), DecodeError);
}

TEST(Codec, addresses_and_bits_are_strict) {
  expect_strict(parse<Inet>("192.0.2.1/24"));
  expect_strict(parse<Inet>("2001:db8::1"));
  expect_strict(parse<Cidr>("10.0.0.0/8"));
  expect_strict(parse<MacAddr>("08:00:2b:01:02:03"));
  expect_strict(parse<MacAddr8>("08:00:2b:01:02:03:04:05"));
  expect_strict(parse<BitString>("0110100110"));
  expect_strict(BitString());
}

TEST(Codec, bits_after_the_last_are_cleared) {
  const Bytes bytes = Field().put(std::int32_t{3}).put(std::uint8_t{0xFF}).bytes();
  EXPECT_EQ(decode<BitString>(bytes), parse<BitString>("111"));
}

TEST(Codec, ranges_are_strict) {
  expect_strict(Range<std::int32_t>::none());
  expect_strict(Range<std::int32_t>::half_open(1, 5));
  expect_strict(Range<Decimal>::closed(parse<Decimal>("1.5"), parse<Decimal>("2.5")));
  expect_strict(Range<Timestamp>::make(std::nullopt, Timestamp::infinity(), false, true));
  expect_strict(Range<Date>());
  expect_strict(parse<Multirange<std::int64_t>>("{[1,2),[5,)}"));
  expect_strict(Multirange<Date>());
}

TEST(Codec, arrays_are_strict) {
  expect_strict(std::vector<std::int32_t>{});
  expect_strict(std::vector<std::int32_t>{1, 2, 3});
  expect_strict(std::vector<bool>{true, false});
  expect_strict(std::vector<std::optional<std::int64_t>>{1, std::nullopt, 3});
  expect_strict(std::vector<std::vector<std::int16_t>>{{1, 2}, {3, 4}, {5, 6}});
  expect_strict(std::vector<std::vector<std::vector<Date>>>{{{Date()}}, {{Date::infinity()}}});
  expect_strict(std::vector<std::vector<std::byte>>{{std::byte{1}}, {}});
  expect_strict(std::vector<Range<std::int32_t>>{Range<std::int32_t>::none()});
}

TEST(Codec, array_of_huge_dimensions_is_refused_before_memory_is_taken) {
  Field field;
  field.put(std::int32_t{2}).put(std::int32_t{0}).put(std::int32_t{23});
  field.put(std::int32_t{0x7FFFFFFF}).put(std::int32_t{1}).put(std::int32_t{0}).put(std::int32_t{1});
  EXPECT_THROW(decode<std::vector<std::vector<std::int32_t>>>(field.bytes()), DecodeError);
}

TEST(Codec, null_in_an_array_needs_an_optional) {
  const Bytes bytes = encode(std::vector<std::optional<std::int32_t>>{1, std::nullopt});
  EXPECT_THROW(decode<std::vector<std::int32_t>>(bytes), DecodeError);
}

TEST(Codec, array_of_another_depth_is_refused) {
  const Bytes flat = encode(std::vector<std::int32_t>{1});
  EXPECT_THROW(decode<std::vector<std::vector<std::int32_t>>>(flat), DecodeError);
}

TEST(Codec, ragged_array_is_a_usage_error) {
  EXPECT_THROW(encode(std::vector<std::vector<std::int32_t>>{{1}, {2, 3}}), UsageError);
  EXPECT_THROW(encode(std::vector<std::vector<std::int32_t>>{{}, {2}}), UsageError);
}

std::string encoded_text(const auto& value) {
  const Bytes bytes = encode(value);
  return std::string(bytes.begin(), bytes.end());
}

TEST(Codec, arrays_of_inferred_types_go_as_text) {
  using Strings = std::vector<std::string>;
  static_assert(!Codec<Strings>::binary && Codec<Strings>::oid == 0);
  static_assert(!Codec<std::vector<Colour>>::binary);
  static_assert(!Codec<std::vector<TsVector>>::binary && Codec<std::vector<TsVector>>::oid == 3643);
  static_assert(Codec<std::vector<std::vector<std::int32_t>>>::oid == 1007);
  EXPECT_EQ(encoded_text(Strings{}), "{}");
  EXPECT_EQ(encoded_text(Strings{"a", "", "NULL", "q\"u\\o,te"}), R"({"a","","NULL","q\"u\\o,te"})");
  EXPECT_EQ(encoded_text(std::vector<std::optional<std::string>>{"a", std::nullopt}), R"({"a",NULL})");
  EXPECT_EQ(encoded_text(std::vector<Strings>{{"a", "b"}, {"c", "d"}}), R"({{"a","b"},{"c","d"}})");
  EXPECT_EQ(encoded_text(std::vector<Colour>{Colour::red, Colour::green}), R"({"red","gr\"een"})");
  EXPECT_EQ(encoded_text(std::vector<Json>{Json("{\"a\":1}")}), R"({"{\"a\":1}"})");
}

TEST(Codec, text_that_libpq_would_cut_is_a_usage_error) {
  const std::string cut("a\0b", 3);
  EXPECT_THROW(encode(Json(cut)), UsageError);
  EXPECT_THROW(encode(std::vector<std::string>{cut}), UsageError);
  EXPECT_THROW(encode(TsQuery(cut)), UsageError);
}

TEST(Codec, text_takes_any_bytes) {
  EXPECT_EQ(decode<std::string>(Bytes()), "");
  EXPECT_EQ(decode<std::string>(encode(std::string("\xF0\x9F\x92\xA9"))), "\xF0\x9F\x92\xA9");
  EXPECT_EQ(decode<std::vector<std::byte>>(Bytes{0, 1}),
            (std::vector<std::byte>{std::byte{0}, std::byte{1}}));
  EXPECT_EQ(decode<std::optional<std::string>>(Bytes()), "");
  EXPECT_EQ(Codec<std::optional<std::string>>::decode({}), std::nullopt);
  EXPECT_THROW(Codec<std::string>::decode({}), DecodeError);
  EXPECT_THROW(Codec<Xml>::decode({}), DecodeError);
}

TEST(Codec, json_tells_jsonb_by_its_version) {
  EXPECT_EQ(decode<Json>({'\1', '{', '}'}), Json("{}"));
  EXPECT_EQ(decode<Json>({'{', '}'}), Json("{}"));
  EXPECT_THROW(decode<Json>({'\1'}), DecodeError);
  EXPECT_THROW(decode<Json>({}), DecodeError);
}

TEST(Codec, enum_of_an_unknown_label_is_refused) {
  EXPECT_EQ(decode<Colour>({'r', 'e', 'd'}), Colour::red);
  EXPECT_THROW(decode<Colour>({'r', 'e'}), DecodeError);
}

TEST(Codec, tsvector_prints_positions_and_quotes) {
  Field field;
  field.put(std::int32_t{2})
      .text("ca't")
      .put(std::uint16_t{2})
      .put(std::uint16_t{0xC001})
      .put(std::uint16_t{7});
  field.text("\\").put(std::uint16_t{0});
  std::mt19937 random(1);
  EXPECT_EQ(decode<TsVector>(field.bytes()).text, "'ca''t':1A,7 '\\\\'");
  EXPECT_EQ(decode_truncations<TsVector>(field.bytes()), 0);
  decode_damaged<TsVector>(field.bytes(), random);
}

TEST(Codec, tsquery_prints_a_deep_tree_without_recursion) {
  constexpr int kDepth = 100'000;
  const auto put_operand = [](Field& field) {
    field.put(std::uint8_t{1}).put(std::uint8_t{0}).put(std::uint8_t{0}).text("a");
  };
  Field field;
  field.put(std::int32_t{2 * kDepth + 1});
  for (int i = 0; i < kDepth; ++i) {
    field.put(std::uint8_t{2}).put(std::uint8_t{2});
    put_operand(field);
  }
  EXPECT_THROW(decode<TsQuery>(field.bytes()), DecodeError);
  put_operand(field);
  EXPECT_EQ(decode<TsQuery>(field.bytes()).text.size(), 6u * kDepth + 3);
}

TEST(Codec, tsquery_is_strict) {
  Field field;
  field.put(std::int32_t{4}).put(std::uint8_t{2}).put(std::uint8_t{4}).put(std::uint16_t{3});
  field.put(std::uint8_t{1}).put(std::uint8_t{0b1010}).put(std::uint8_t{1}).text("right");
  field.put(std::uint8_t{2}).put(std::uint8_t{1});
  field.put(std::uint8_t{1}).put(std::uint8_t{0}).put(std::uint8_t{0}).text("left");
  std::mt19937 random(1);
  EXPECT_EQ(decode<TsQuery>(field.bytes()).text, "!'left' <3> 'right':*AC");
  EXPECT_EQ(decode_truncations<TsQuery>(field.bytes()), 0);
  decode_damaged<TsQuery>(field.bytes(), random);
}

}  // namespace
}  // namespace schemac
