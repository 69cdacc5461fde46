// From places to values, and from values to places.
#include <gtest/gtest.h>

#include "syntax/parse.hpp"
#include "unit/syntax/parsed.hpp"

namespace schemac::compiler::syntax {
namespace {

TEST(PointerAt, names_the_innermost_value) {
  const std::string text = R"({"tables": {"a/b~c": ["x", {"y": 12}]}, "z": 1})";
  const Parsed parsed(text);
  const auto at = [&](std::string_view what) {
    return pointer_at(parsed.document.value(), static_cast<std::uint32_t>(text.find(what)));
  };
  EXPECT_EQ(at("12"), "/tables/a~1b~0c/1/y");
  EXPECT_EQ(at("\"x\""), "/tables/a~1b~0c/0");
  EXPECT_EQ(at("\"y\""), "/tables/a~1b~0c/1/y") << "a key belongs to its member";
  EXPECT_EQ(at("[\"x"), "/tables/a~1b~0c");
  EXPECT_EQ(at("{\"tables"), "");
  EXPECT_EQ(pointer_at(*parsed.document, static_cast<std::uint32_t>(text.size())), "");
}

/// The source text of the decoded bytes [begin, end) of the string that `written` is.
std::string inside(const std::string& written, std::size_t begin, std::size_t end) {
  const Parsed parsed("{\"s\": " + written + "}");
  return std::string(
      parsed.text(span_inside(parsed.sources, *parsed.document.value().root.find("s"), begin, end)));
}

TEST(SpanInside, goes_through_escapes) {
  EXPECT_EQ(inside(R"("plain text")", 6, 10), "text");
  EXPECT_EQ(inside(R"("a\"b\\c\nd")", 2, 5), R"(b\\c)");
  EXPECT_EQ(inside(R"("\u0041\u00e9\u20acx")", 6, 7), "x") << "1, 2 and 3 bytes";
  EXPECT_EQ(inside(R"("\ud83d\ude00x")", 4, 5), "x") << "a surrogate pair is 4 bytes";
  EXPECT_EQ(inside("\"é😀x\"", 6, 7), "x");
}

TEST(SpanInside, takes_whole_escapes) {
  EXPECT_EQ(inside(R"("a\u20acb")", 2, 3), R"(\u20ac)") << "the middle byte of three";
  EXPECT_EQ(inside(R"("a\ud83d\ude00b")", 0, 2), R"(a\ud83d\ude00)");
}

TEST(SpanInside, gives_points_and_stays_inside) {
  EXPECT_EQ(inside(R"("abc")", 1, 1), "");
  EXPECT_EQ(inside(R"("abc")", 1, 99), "bc");
  EXPECT_EQ(inside(R"("abc")", 99, 100), "");
  EXPECT_EQ(inside(R"("")", 0, 0), "");
}

}  // namespace
}  // namespace schemac::compiler::syntax
