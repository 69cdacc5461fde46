// The text forms of the value types: what parses prints back as PostgreSQL would, what is not a value is
// refused.
#include <gtest/gtest.h>

#include <unordered_set>

#include "schemac/bits.hpp"
#include "schemac/chrono.hpp"
#include "schemac/money.hpp"
#include "schemac/network.hpp"
#include "schemac/range.hpp"
#include "schemac/temporal.hpp"
#include "schemac/uuid.hpp"

namespace schemac {
namespace {

/// Parses the text and prints it; "nothing" where it is refused.
template <class T>
std::string reprint(std::string_view text) {
  const std::optional<T> value = T::parse(text);
  return value ? value->to_string() : "nothing";
}

template <class T>
void expect_unchanged(std::initializer_list<const char*> texts) {
  for (const char* text : texts) EXPECT_EQ(reprint<T>(text), text);
}

template <class T>
void expect_refused(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) EXPECT_EQ(reprint<T>(text), "nothing") << text;
}

TEST(Uuid, reads_what_postgres_reads) {
  constexpr const char* kText = "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11";
  EXPECT_EQ(reprint<Uuid>(kText), kText);
  EXPECT_EQ(reprint<Uuid>("{A0EEBC99-9C0B4EF8-BB6D6BB9-BD380A11}"), kText);
  EXPECT_EQ(reprint<Uuid>("a0eebc999c0b4ef8bb6d6bb9bd380a11"), kText);
  expect_refused<Uuid>({"", "{}", "a0eebc99", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1",
                        "g0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a110",
                        "a-0eebc999c0b4ef8bb6d6bb9bd380a11"});
}

TEST(Uuid, random_ones_differ_and_are_version_4) {
  std::unordered_set<Uuid> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(Uuid::random());
  EXPECT_EQ(seen.size(), 1000u);
  EXPECT_EQ(seen.begin()->to_string()[14], '4');
}

TEST(Date, prints_as_postgres) {
  expect_unchanged<Date>({"2000-01-01", "1970-01-01", "2024-02-29", "1900-02-28", "0001-01-01",
                          "0001-12-31 BC", "0044-03-15 BC", "4714-11-24 BC", "9999-12-31", "10000-01-01",
                          "5874897-12-31", "infinity", "-infinity"});
  expect_refused<Date>({"", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-01-00",
                        "2024-04-31", "0000-01-01", "24-01-01", "2024-01", "2024-01-01x", "2024-01-01 AD",
                        "4714-11-23 BC", "5874898-01-01", "99999999-01-01", "infinit", "--infinity"});
}

TEST(Date, counts_days_from_2000) {
  EXPECT_EQ(Date::parse("1970-01-01")->days(), -10957);
  EXPECT_EQ(Date::parse("4714-11-24 BC")->days(), -2451545);
  EXPECT_LT(Date::minus_infinity(), *Date::parse("0044-03-15 BC"));
  EXPECT_LT(*Date::parse("9999-12-31"), Date::infinity());
  EXPECT_EQ(Date::parse("0001-01-01 BC")->civil().year, 0);
}

TEST(Date, every_day_of_800_years_is_itself) {
  for (std::int32_t days = -146097; days <= 146097; ++days) {
    const auto day = Date::from_days(days);
    ASSERT_EQ(Date::from_civil(day.civil()), day);
  }
}

TEST(Time, prints_as_postgres) {
  expect_unchanged<Time>(
      {"00:00:00", "13:05:09", "23:59:59.999999", "24:00:00", "00:00:00.000001", "01:02:03.5"});
  EXPECT_EQ(reprint<Time>("13:05"), "13:05:00");
  EXPECT_EQ(reprint<Time>("13:05:09.120"), "13:05:09.12");
  expect_refused<Time>(
      {"", "13", "13:", "13:5", "24:00:01", "25:00", "12:60", "12:00:60", "12:00:00.", "12:00:00.1234567"});
}

TEST(TimeTz, prints_as_postgres) {
  expect_unchanged<TimeTz>(
      {"13:05:09+00", "13:05:09.5+05:30", "00:00:00-08", "24:00:00+15:59:59", "01:00:00-15:59:59"});
  EXPECT_EQ(reprint<TimeTz>("13:05Z"), "13:05:00+00");
  EXPECT_EQ(reprint<TimeTz>("13:05:00+0530"), "13:05:00+05:30");
  expect_refused<TimeTz>({"13:05", "13:05:09+16", "13:05:09+", "13:05:09+05:3", "13:05:09+05:60"});
  EXPECT_LT(*TimeTz::parse("12:00+01"), *TimeTz::parse("12:00+00"));
}

TEST(Timestamp, prints_as_postgres) {
  expect_unchanged<Timestamp>({"2024-02-29 13:05:09.5", "0044-03-15 12:00:00 BC",
                               "1999-12-31 23:59:59.999999", "4714-11-24 00:00:00 BC",
                               "294276-12-31 23:59:59.999999", "infinity", "-infinity"});
  EXPECT_EQ(reprint<Timestamp>("2024-02-29T13:05"), "2024-02-29 13:05:00");
  EXPECT_EQ(reprint<Timestamp>("2024-02-29"), "2024-02-29 00:00:00");
  EXPECT_EQ(reprint<Timestamp>("0044-03-15 BC"), "0044-03-15 00:00:00 BC");
  EXPECT_EQ(reprint<Timestamp>("2024-02-28 24:00:00"), "2024-02-29 00:00:00");
  expect_refused<Timestamp>({"", "2024-02-29 13", "2024-02-29  13:05", "2024-02-29 13:05:09+00",
                             "294277-01-01 00:00:00", "294276-12-31 24:00:00", "4714-11-23 23:59:59 BC",
                             "2024-02-29 "});
}

TEST(TimestampTz, prints_in_utc) {
  expect_unchanged<TimestampTz>(
      {"2024-02-29 13:05:09.5+00", "0044-03-15 12:00:00+00 BC", "infinity", "-infinity"});
  EXPECT_EQ(reprint<TimestampTz>("2024-03-01T01:05:09+05:30"), "2024-02-29 19:35:09+00");
  EXPECT_EQ(reprint<TimestampTz>("1999-12-31T23:00:00-01"), "2000-01-01 00:00:00+00");
  expect_refused<TimestampTz>({"", "2024-02-29 13:05:09", "2024-02-29", "4714-11-24 00:00:00+01 BC"});
  EXPECT_GT(TimestampTz::now(), *TimestampTz::parse("2024-01-01 00:00Z"));
}

TEST(Timestamp, the_ends_of_its_integer_print_without_overflow) {
  constexpr std::int64_t kLow = std::numeric_limits<std::int64_t>::min() + 1;
  EXPECT_EQ(Timestamp::from_microseconds(kLow).time().to_string(), "19:59:05.224193");
  EXPECT_EQ(Timestamp::from_microseconds(-(kLow + 1)).time().to_string(), "04:00:54.775806");
  EXPECT_FALSE(Timestamp::from_microseconds(kLow).to_string().empty());
}

TEST(Temporal, agrees_with_chrono) {
  using namespace std::chrono;
  EXPECT_EQ(from_chrono(sys_days{year{2024} / 2 / 29}), *Date::parse("2024-02-29"));
  EXPECT_EQ(to_chrono(*Date::parse("0044-03-15 BC")), sys_days{year{-43} / 3 / 15});
  EXPECT_EQ(to_chrono(*TimestampTz::parse("1970-01-01 00:00:01Z")), sys_time<microseconds>{seconds{1}});
  EXPECT_EQ(from_chrono(to_chrono(*Timestamp::parse("2024-02-29 01:02:03"))),
            *Timestamp::parse("2024-02-29 01:02:03"));
}

TEST(Interval, prints_as_postgres) {
  expect_unchanged<Interval>(
      {"00:00:00", "1 year 2 mons 3 days 04:05:06.5", "-1 years -2 mons +3 days -04:05:06", "1 day",
       "-1 days +02:00:00", "00:00:00.000001", "-00:00:01", "1 mon -1 days", "2562047788:00:54.775807",
       "-2562047788:00:54.775808", "infinity", "-infinity", "178956970 years 7 mons 2147483647 days"});
  EXPECT_EQ(reprint<Interval>("1 week 2 hours 30 minutes 1 sec"), "7 days 02:30:01");
  EXPECT_EQ(reprint<Interval>("90 minutes"), "01:30:00");
  EXPECT_EQ(reprint<Interval>("1 day 2"), "1 day 00:00:02");
  EXPECT_EQ(reprint<Interval>("25:00"), "25:00:00");
  expect_refused<Interval>({"", " ", "1 2", "day", "1 dayz", "1:", "1:2:3", "99999999999 years",
                            "99999999999999999:00:00", "1.5 days"});
}

TEST(Interval, equality_is_of_the_fields) {
  EXPECT_NE(*Interval::parse("1 mon"), *Interval::parse("30 days"));
  EXPECT_EQ(*Interval::parse("1 year"), *Interval::parse("12 mons"));
}

TEST(Inet, prints_as_postgres) {
  expect_unchanged<Inet>({"192.0.2.1", "192.0.2.1/24", "0.0.0.0/0", "255.255.255.255", "::", "::1",
                          "1::", "2001:db8::1/64", "::ffff:192.0.2.1", "::1.2.3.4", "::0.5.0.0", "1:0:0:2::3",
                          "1:0:2:3:4:5:6:7", "::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                          "1:2:3:4:5:6:0:8"});
  EXPECT_EQ(reprint<Inet>("2001:DB8:0:0:0:0:0:1/128"), "2001:db8::1");
  EXPECT_EQ(reprint<Inet>("1:2:3:4:5:6:1.2.3.4"), "1:2:3:4:5:6:102:304");
  expect_refused<Inet>({"",
                        "1.2.3",
                        "1.2.3.4.5",
                        "256.1.1.1",
                        "1.2.3.4/33",
                        "1.2.3.4/",
                        "::1/129",
                        ":",
                        ":::",
                        "1:2",
                        "1::2::3",
                        "1:2:3:4:5:6:7:8:9",
                        "1:2:3:4:5:6:7:8::",
                        "12345::",
                        "::g",
                        "1:2:3:4:5:6:7:1.2.3.4",
                        "::1.2.3",
                        "1.2.3.4::",
                        "1:",
                        ":1"});
}

TEST(Cidr, takes_networks_only) {
  expect_unchanged<Cidr>({"10.0.0.0/8", "10.1.2.3/32", "2001:db8::/32", "::/0"});
  expect_refused<Cidr>({"10.1.0.0/8", "2001:db8::1/64"});
}

TEST(MacAddr, reads_every_grouping) {
  for (const char* text : {"08:00:2b:01:02:03", "08-00-2B-01-02-03", "08002b:010203", "08002b-010203",
                           "0800.2b01.0203", "0800-2b01-0203", "08002b010203"}) {
    EXPECT_EQ(reprint<MacAddr>(text), "08:00:2b:01:02:03") << text;
  }
  expect_refused<MacAddr>({"", "08:00:2b:01:02", "08:00:2b:01:02:03:04", "08:00:2b-01:02:03", "8:0:2b:1:2:3",
                           "08:00:2b:01:02:0g"});
  EXPECT_EQ(reprint<MacAddr8>("08:00:2b:01:02:03:04:05"), "08:00:2b:01:02:03:04:05");
  EXPECT_EQ(reprint<MacAddr8>("08:00:2b:01:02:03"), "08:00:2b:ff:fe:01:02:03");
  expect_refused<MacAddr8>({"08:00:2b:01:02:03:04", "08:00:2b:01:02:03:04:05:06"});
}

TEST(BitString, compares_bit_by_bit) {
  expect_unchanged<BitString>({"", "0", "1", "01010101", "010101011"});
  expect_refused<BitString>({"2", "01 "});
  EXPECT_LT(*BitString::parse("0"), *BitString::parse("1"));
  EXPECT_LT(*BitString::parse("1"), *BitString::parse("10"));
  EXPECT_LT(*BitString::parse("0111"), *BitString::parse("1"));
}

TEST(Money, prints_two_digits_and_groups) {
  expect_unchanged<Money>({"$0.00", "-$0.05", "$1,234.56", "$999.99", "-$92,233,720,368,547,758.08",
                           "$92,233,720,368,547,758.07"});
  EXPECT_EQ(reprint<Money>("12"), "$12.00");
  EXPECT_EQ(reprint<Money>("-12.5"), "-$12.50");
  expect_refused<Money>({"", "$", "1.234", "1.2.3", "abc", "$92,233,720,368,547,758.08", "."});
}

TEST(Range, prints_as_postgres) {
  expect_unchanged<Range<std::int32_t>>({"empty", "[1,5)", "(,5]", "[1,)", "(,)", "(1,2)", "[-3,-1]"});
  expect_unchanged<Range<Timestamp>>(
      {"[\"2024-01-01 00:00:00\",\"2024-01-02 00:00:00\")", "[\"2024-01-01 00:00:00\",infinity]"});
  EXPECT_EQ(reprint<Range<std::int32_t>>("[,]"), "(,)");
  EXPECT_EQ(reprint<Range<std::int32_t>>("[\"1\",2\\2]"), "[1,22]");
  expect_refused<Range<std::int32_t>>(
      {"", "[", "[1", "[1,", "[1,2", "1,2", "[1,2]x", "[a,2]", "[1,2,3]", "[\"1,2]", "[1,2\\", "[\"\",2]"});
}

TEST(Range, equality_ignores_the_inclusion_of_an_infinite_bound) {
  const auto open = Range<std::int32_t>::make(std::nullopt, 5, true, false);
  EXPECT_EQ(open, Range<std::int32_t>::make(std::nullopt, 5, false, false));
  EXPECT_NE(open, Range<std::int32_t>::make(std::nullopt, 5, true, true));
  EXPECT_NE(open, Range<std::int32_t>::none());
  EXPECT_TRUE(open.contains(4));
  EXPECT_FALSE(open.contains(5));
  EXPECT_FALSE(Range<std::int32_t>::none().contains(0));
  EXPECT_TRUE(Range<std::int32_t>::closed(1, 2).contains(2));
}

TEST(Multirange, prints_as_postgres) {
  expect_unchanged<Multirange<std::int64_t>>({"{}", "{[1,2)}", "{(,2),[5,9223372036854775807)}"});
  EXPECT_EQ(reprint<Multirange<std::int64_t>>("{ [1,2) , empty }"), "{[1,2),empty}");
  expect_refused<Multirange<std::int64_t>>({"", "{", "{[1,2)", "{[1,2),}", "{[1,2)}x", "{x}"});
}

}  // namespace
}  // namespace schemac
