// Parameters lie one after the other in one buffer, with the type and the size of each.
#include "schemac/parameters.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "schemac/codec/scalars.hpp"
#include "schemac/error.hpp"

namespace schemac {
namespace {

/// Goes to the server as text, as arrays of enums do.
struct Label {
  std::string text;
};

}  // namespace

template <>
struct Codec<Label> {
  static constexpr std::uint32_t oid = 0;
  static constexpr bool binary = false;
  static void encode(const Label& value, ByteWriter& out) { out.put_text(value.text); }
};

namespace {

TEST(Parameters, hold_types_sizes_and_bytes) {
  Parameters parameters;
  parameters.add(258).add(std::string{"ü"}).add(true);
  ASSERT_EQ(parameters.size(), 3U);
  auto slots = parameters.slots();
  EXPECT_EQ(slots[0].oid, 23U);
  EXPECT_EQ(slots[0].size, 4);
  EXPECT_EQ(std::string(parameters.bytes(slots[0]), 4), std::string("\0\0\1\2", 4));
  EXPECT_EQ(slots[1].size, 2);
  EXPECT_EQ(std::string(parameters.bytes(slots[1]), 2), "ü");
  EXPECT_EQ(slots[2].oid, 16U);
  EXPECT_TRUE(slots[2].binary);
}

TEST(Parameters, tell_null_from_empty) {
  Parameters parameters;
  parameters.add(std::string{}).add(std::optional<std::string>{}).add_null().add(std::optional<int>{7});
  auto slots = parameters.slots();
  EXPECT_EQ(slots[0].size, 0);
  EXPECT_NE(parameters.bytes(slots[0]), nullptr);
  EXPECT_EQ(slots[1].size, -1);
  EXPECT_EQ(slots[1].oid, slots[0].oid);
  EXPECT_EQ(slots[2].size, -1);
  EXPECT_EQ(slots[2].oid, 0U);
  EXPECT_EQ(slots[3].size, 4);
}

TEST(Parameters, end_text_with_a_zero_byte_that_does_not_count) {
  Parameters parameters;
  parameters.add(Label{"tax"}).add(Label{""}).add(1);
  auto slots = parameters.slots();
  EXPECT_FALSE(slots[0].binary);
  EXPECT_EQ(slots[0].size, 3);
  EXPECT_STREQ(parameters.bytes(slots[0]), "tax");
  EXPECT_STREQ(parameters.bytes(slots[1]), "");
  EXPECT_EQ(parameters.bytes(slots[2])[3], 1);
}

TEST(Parameters, keep_their_order_past_the_first_few) {
  Parameters parameters;
  for (int i = 0; i < 1000; ++i) parameters.add(static_cast<std::int16_t>(i));
  Parameters copy = parameters;
  auto slots = copy.slots();
  ASSERT_EQ(slots.size(), 1000U);
  for (std::size_t i = 0; i < slots.size(); ++i) ASSERT_EQ(slots[i].offset, 2 * i);
}

TEST(Parameters, refuse_more_than_the_protocol_counts) {
  Parameters parameters;
  for (int i = 0; i < 65535; ++i) parameters.add_null();
  EXPECT_THROW(parameters.add_null(), UsageError);
  EXPECT_EQ(parameters.size(), 65535U);
}

}  // namespace
}  // namespace schemac
