// CSV as RFC 4180 has it: fields, quotes, places.
#include "support/csv.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

std::vector<CsvRecord> records(std::string_view text) {
  auto read = read_csv(text);
  if (const auto* mistake = std::get_if<CsvMistake>(&read)) {
    ADD_FAILURE() << mistake->message;
    return {};
  }
  return std::get<std::vector<CsvRecord>>(read);
}

std::string mistake_at(std::string_view text) {
  const auto read = read_csv(text);
  const auto* mistake = std::get_if<CsvMistake>(&read);
  if (mistake == nullptr) return "none";
  return std::to_string(mistake->begin) + "-" + std::to_string(mistake->end);
}

TEST(Csv, takes_lines_apart_whatever_ends_them) {
  for (const std::string_view text : {"a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\n1,2", "a,b\r\n1,2"}) {
    const auto read = records(text);
    ASSERT_EQ(read.size(), 2U) << text;
    ASSERT_EQ(read[1].size(), 2U) << text;
    EXPECT_EQ(read[1][1].text, "2") << text;
  }
  EXPECT_TRUE(records("").empty());
}

TEST(Csv, unquotes) {
  const auto read = records("\"a,\"\"b\"\"\",\"x\r\ny\"\n");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read[0][0].text, "a,\"b\"");
  EXPECT_EQ(read[0][1].text, "x\r\ny");
}

TEST(Csv, tells_nothing_from_the_empty_text) {
  const auto read = records(",\"\",\n");
  ASSERT_EQ(read[0].size(), 3U);
  EXPECT_FALSE(read[0][0].quoted);
  EXPECT_TRUE(read[0][1].quoted);
  EXPECT_FALSE(read[0][2].quoted);
  EXPECT_EQ(read[0][1].text, "");
}

TEST(Csv, knows_the_place_of_a_field) {
  const auto read = records("a,b\n1,\"2\"\n");
  EXPECT_EQ(read[1][1].begin, 6U);
  EXPECT_EQ(read[1][1].end, 9U);
}

TEST(Csv, refuses_stray_quotes) {
  EXPECT_EQ(mistake_at("a,\"b\nc"), "2-3") << "never closed";
  EXPECT_EQ(mistake_at("a,b\"c\"\n"), "3-4") << "a quote in a bare field";
  EXPECT_EQ(mistake_at("\"a\"b\n"), "3-4") << "text behind the closing quote";
  EXPECT_EQ(mistake_at("a\rb\n"), "none") << "a lone CR is a character like others";
}

}  // namespace
}  // namespace schemac::compiler::support
