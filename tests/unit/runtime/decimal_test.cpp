// Decimal: text, scale and order, at the edges of PostgreSQL's numeric.
#include "schemac/decimal.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace schemac {
namespace {

std::string reprint(std::string_view text) {
  const auto value = Decimal::parse(text);
  return value ? value->to_string() : "nothing";
}

TEST(Decimal, keeps_its_scale) {
  for (const char* text :
       {"0", "0.00", "1", "-1", "1.50", "10000", "10000.0001", "0.0001", "0.00010", "123456789.987654321",
        "9999", "99990000", "100000000.00", "0.1", "-0.050", "NaN", "Infinity", "-Infinity"}) {
    EXPECT_EQ(reprint(text), text);
  }
}

TEST(Decimal, reads_other_spellings) {
  EXPECT_EQ(reprint("+5"), "5");
  EXPECT_EQ(reprint(".5"), "0.5");
  EXPECT_EQ(reprint("5."), "5");
  EXPECT_EQ(reprint("007.10"), "7.10");
  EXPECT_EQ(reprint("-0"), "0");
  EXPECT_EQ(reprint("1e10"), "10000000000");
  EXPECT_EQ(reprint("1.50e1"), "15.0");
  EXPECT_EQ(reprint("1.5E-3"), "0.0015");
  EXPECT_EQ(reprint("1e-38"), "0." + std::string(37, '0') + "1");
  EXPECT_EQ(reprint("nan"), "NaN");
  EXPECT_EQ(reprint("-INF"), "-Infinity");
}

TEST(Decimal, refuses_what_is_no_number) {
  for (const char* text : {"", "-", ".", "e5", "1e", "1e+", "1.2.3", "1x", " 1", "1 ", "0x10", "infin",
                           "-NaN", "1e-16384", "1e131072"}) {
    EXPECT_EQ(reprint(text), "nothing") << text;
  }
}

TEST(Decimal, holds_the_largest_and_the_smallest) {
  const std::string largest(131072, '9');
  EXPECT_EQ(reprint(largest), largest);
  EXPECT_EQ(Decimal::parse(largest)->integer_digits(), 131072);
  const std::string smallest = "0." + std::string(16382, '0') + "1";
  EXPECT_EQ(reprint("1e-16383"), smallest);
}

TEST(Decimal, every_scale_and_length_prints_back) {
  for (int before = 1; before <= 12; ++before) {
    for (int after = 1; after <= 12; ++after) {
      const std::string text = "-1" + std::string(before, '2') + "." + std::string(after, '3');
      EXPECT_EQ(reprint(text), text);
      EXPECT_EQ(Decimal::parse(text)->scale(), after);
      EXPECT_EQ(Decimal::parse(text)->integer_digits(), before + 1);
    }
  }
}

TEST(Decimal, integers_convert_exactly) {
  EXPECT_EQ(Decimal(0).to_string(), "0");
  EXPECT_EQ(Decimal(-10000).to_string(), "-10000");
  EXPECT_EQ(Decimal(std::numeric_limits<std::int64_t>::min()).to_string(), "-9223372036854775808");
  EXPECT_EQ(Decimal(std::numeric_limits<std::uint64_t>::max()).to_string(), "18446744073709551615");
  EXPECT_EQ(Decimal(std::int16_t{-32768}).to_string(), "-32768");
}

TEST(Decimal, has_the_order_of_numeric) {
  const char* ascending[] = {"-Infinity", "-1e40", "-10000",  "-9999.9999", "-1.5",     "-0.00001",
                             "0",         "1e-38", "0.00001", "0.1",        "1",        "1.00000001",
                             "1.5",       "9999",  "10000",   "1e40",       "Infinity", "NaN"};
  const std::size_t count = std::size(ascending);
  for (std::size_t low = 0; low < count; ++low) {
    for (std::size_t high = 0; high < count; ++high) {
      EXPECT_TRUE((*Decimal::parse(ascending[low]) <=> *Decimal::parse(ascending[high])) == (low <=> high))
          << ascending[low] << " and " << ascending[high];
    }
  }
}

TEST(Decimal, trailing_zeros_do_not_matter_to_equality) {
  EXPECT_EQ(*Decimal::parse("1.50"), *Decimal::parse("1.5"));
  EXPECT_EQ(*Decimal::parse("0.000"), Decimal(0));
  EXPECT_EQ(*Decimal::parse("NaN"), *Decimal::parse("NaN"));
  EXPECT_FALSE(*Decimal::parse("1.50") < *Decimal::parse("1.5"));
}

}  // namespace
}  // namespace schemac
