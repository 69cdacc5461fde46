// The parser: every value with its place, its text unchanged, and limits that hold.
#include "syntax/parse.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support/files.hpp"
#include "unit/syntax/parsed.hpp"

namespace schemac::compiler::syntax {
namespace {

/// Every scalar, key and bracket of `value` with the text under its span.
void list_spans(const Parsed& parsed, const Value& value, std::string& out) {
  out += std::string(parsed.text(value.span)) + "\n";
  for (const Value& item : value.items) list_spans(parsed, item, out);
  for (const Member& member : value.members) {
    out += std::string(parsed.text(member.key_span)) + " = ";
    list_spans(parsed, member.value, out);
  }
}

TEST(Parse, gives_every_value_its_place) {
  const Parsed parsed(
      "\n{ \"a\" :[1 ,-2.5e3,0],\t\"b\\n\":{\"c\" : true , \"d\":null}, \"é\":\"x\\u00e9\"  }\n");
  ASSERT_TRUE(parsed.document) << parsed.printed();
  std::string spans;
  for (const Member& member : parsed.document->root.members) {
    spans += std::string(parsed.text(member.key_span)) + " = ";
    list_spans(parsed, member.value, spans);
  }
  EXPECT_EQ(spans,
            "\"a\" = [1 ,-2.5e3,0]\n1\n-2.5e3\n0\n"
            "\"b\\n\" = {\"c\" : true , \"d\":null}\n\"c\" = true\n\"d\" = null\n"
            "\"é\" = \"x\\u00e9\"\n");
  EXPECT_EQ(parsed.document->root.members[1].key, "b\n");
  EXPECT_EQ(parsed.document->root.find("é")->text, "xé");
  EXPECT_EQ(parsed.document->root.find("none"), nullptr);
}

TEST(Parse, never_loses_a_digit) {
  const std::string numbers =
      "[123456789012345678901234567890,1e400,-1E-9999,0.1000,-0,1e+2,0.30000000000000004,"
      "18446744073709551616]";
  const Parsed parsed("{\"n\":" + numbers + "}");
  ASSERT_TRUE(parsed.document) << parsed.printed();
  EXPECT_EQ(to_json(*parsed.document->root.find("n")), numbers);
  const std::string huge = "{\"n\":" + std::string(5000, '9') + "}";
  EXPECT_EQ(to_json(Parsed(huge).document.value().root), huge);
}

TEST(Parse, prints_json_as_it_was) {
  const std::string text = R"({"a":[],"b":{},"c":[null,true,false,"\"\\\n\u0001é"],"":{"":0}})";
  EXPECT_EQ(to_json(Parsed(text).document.value().root), text);
}

TEST(Parse, knows_what_kinds_are_called) {
  EXPECT_EQ(name(Kind::null), "null");
  EXPECT_EQ(name(Kind::object), "an object");
}

std::string nested(std::size_t levels) {
  return "{\"a\":" + std::string(levels - 1, '[') + std::string(levels - 1, ']') + "}";
}

TEST(Parse, refuses_what_is_nested_too_deep) {
  EXPECT_TRUE(Parsed(nested(kMaxDepth)).document);
  const Parsed deeper(nested(kMaxDepth + 1));
  EXPECT_FALSE(deeper.document);
  EXPECT_EQ(deeper.diagnostics.all().at(0).code, "SC1006");
  EXPECT_FALSE(Parsed(std::string(1000000, '[')).document);
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_EQ(Parsed(objects).diagnostics.all().at(0).code, "SC1006");
}

TEST(Parse, refuses_a_huge_file_without_reading_it) {
  const Parsed parsed(std::string(kMaxFileBytes + 1, ' '));
  EXPECT_FALSE(parsed.document);
  EXPECT_EQ(parsed.diagnostics.all().at(0).code, "SC1005");
}

TEST(Parse, takes_many_keys_in_a_moment) {
  std::string text = "{";
  for (int i = 0; i < 100000; ++i) text += "\"k" + std::to_string(i % 99999) + "\":0,";
  text.back() = '}';
  const Parsed parsed(text);
  ASSERT_EQ(parsed.diagnostics.all().size(), 1U);
  EXPECT_EQ(parsed.diagnostics.all()[0].code, "SC1003");
  EXPECT_EQ(parsed.document->root.members.size(), 99999U);
}

TEST(Parse, reports_each_duplicate_against_the_first_and_keeps_that) {
  const Parsed parsed("{\"a\": 1,\n\"b\": {\"x\": 1, \"x\": 2},\n\"a\": 2, \"a\": 3, \"c\": 4}");
  ASSERT_EQ(parsed.diagnostics.all().size(), 3U);
  EXPECT_EQ(parsed.diagnostics.all()[0].pointer, "/b/x");
  EXPECT_EQ(parsed.diagnostics.all()[2].label, "first given in line 1");
  EXPECT_EQ(to_json(parsed.document.value().root), R"({"a":1,"b":{"x":1},"c":4})");
}

/// The definitions of this repository, which are the largest that there are.
std::vector<std::string> definitions() {
  std::vector<std::string> texts;
  for (const auto& path : support::list_files(SCHEMAC_SOURCE_DIR "/schema-defs", ".json")) {
    texts.push_back(support::read_file(path).value());
  }
  return texts;
}

TEST(Parse, takes_every_definition_of_this_repository) {
  ASSERT_FALSE(definitions().empty());
  for (const std::string& text : definitions()) {
    const Parsed parsed(text);
    EXPECT_TRUE(parsed.document) << parsed.printed();
    EXPECT_TRUE(parsed.diagnostics.all().empty()) << parsed.printed();
  }
}

TEST(Parse, finds_exactly_one_error_in_every_truncated_file) {
  constexpr std::size_t kEnough = 3000;  // prefixes of one file; each is parsed from its beginning
  for (const std::string& text : definitions()) {
    const std::size_t end = text.find_last_not_of(" \r\n");
    for (std::size_t size = 0; size <= std::min(end, kEnough); ++size) {
      const Parsed parsed(text.substr(0, size));
      ASSERT_FALSE(parsed.document) << size;
      ASSERT_EQ(parsed.diagnostics.all().size(), 1U) << size;
      ASSERT_TRUE(parsed.diagnostics.has_errors());
      const Span span = parsed.diagnostics.all()[0].span;
      ASSERT_TRUE(span.begin <= span.end && span.end <= size) << size;
    }
  }
}

TEST(Parse, survives_every_changed_byte) {
  const std::string good = R"({"a": [1, -2.5, {"b": "x\u00e9\ud83d\ude00é"}], "c": null, "d": true})";
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = good;
      text[i] = static_cast<char>(byte);
      const Parsed parsed(text);
      ASSERT_NE(parsed.document.has_value(), parsed.diagnostics.has_errors() && !parsed.document) << text;
      ASSERT_FALSE(parsed.diagnostics.has_errors() && parsed.printed().empty());
    }
  }
}

}  // namespace
}  // namespace schemac::compiler::syntax
