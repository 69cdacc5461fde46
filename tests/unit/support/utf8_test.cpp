// UTF-8: what is valid, and how wide it stands.
#include "support/utf8.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

constexpr std::size_t kValid = std::string_view::npos;

TEST(Utf8, takes_every_length_and_its_extremes) {
  EXPECT_EQ(find_invalid_utf8(""), kValid);
  EXPECT_EQ(find_invalid_utf8("plain text, long enough for whole words"), kValid);
  EXPECT_EQ(find_invalid_utf8("\x7F \xC2\x80 \xDF\xBF \xE0\xA0\x80 \xED\x9F\xBF \xEE\x80\x80 \xEF\xBF\xBF"),
            kValid);
  EXPECT_EQ(find_invalid_utf8("\xF0\x90\x80\x80 \xF4\x8F\xBF\xBF"), kValid);
}

TEST(Utf8, names_the_first_byte_that_is_wrong) {
  EXPECT_EQ(find_invalid_utf8("0123456789\x80"), 10U) << "a byte that continues nothing";
  EXPECT_EQ(find_invalid_utf8("ab\xC0\xAF"), 2U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("ab\xE0\x9F\xBF"), 2U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("ab\xF0\x8F\xBF\xBF"), 2U) << "overlong";
  EXPECT_EQ(find_invalid_utf8("ab\xED\xA0\x80"), 2U) << "a surrogate";
  EXPECT_EQ(find_invalid_utf8("ab\xF4\x90\x80\x80"), 2U) << "above U+10FFFF";
  EXPECT_EQ(find_invalid_utf8("ab\xFF"), 2U);
  EXPECT_EQ(find_invalid_utf8("ab\xE2\x82"), 2U) << "cut off";
  EXPECT_EQ(find_invalid_utf8("ab\xE2\x28\xA1"), 2U);
}

TEST(Utf8, writes_what_it_reads) {
  for (const char32_t c : {U'a', U'é', U'€', U'😀', char32_t{0x10FFFF}}) {
    std::string text;
    append_utf8(text, c);
    const CodePoint read = first_code_point(text);
    EXPECT_TRUE(read.valid);
    EXPECT_EQ(read.value, c);
    EXPECT_EQ(read.bytes, text.size());
  }
}

TEST(Utf8, counts_stray_bytes_as_one_each) {
  EXPECT_EQ(count_code_points("aé😀"), 3U);
  EXPECT_EQ(count_code_points("\xFF\xE2\x82"), 3U);
}

TEST(Utf8, knows_wide_and_combining_characters) {
  EXPECT_EQ(display_width(U'a'), 1);
  EXPECT_EQ(display_width(U'漢'), 2);
  EXPECT_EQ(display_width(U'😀'), 2);
  EXPECT_EQ(display_width(0x0301), 0);
}

}  // namespace
}  // namespace schemac::compiler::support
