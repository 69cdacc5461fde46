// JSON text as a tree.
#include "schemac/query/json_value.hpp"

#include <gtest/gtest.h>

namespace schemac {
namespace {

std::string string_of(std::string_view json) {
  const auto value = JsonValue::parse(json);
  return value && value->kind == JsonValue::Kind::string ? value->text : "no string";
}

TEST(JsonValue, takes_values_apart) {
  const auto value = JsonValue::parse(R"( {"a": [1, -2.5e3, true], "b": {"": null}} )");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->names, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(value->items[0].items[1].raw, "-2.5e3");
  EXPECT_EQ(value->items[0].raw, "[1, -2.5e3, true]");
  EXPECT_EQ(value->items[1].items[0].kind, JsonValue::Kind::null);
}

TEST(JsonValue, decodes_strings) {
  EXPECT_EQ(string_of(R"("\"\\\/\b\f\n\r\t")"), "\"\\/\b\f\n\r\t");
  EXPECT_EQ(string_of(R"("\u00e9\u20AC\ud83d\ude00")"), "\u00e9\u20ac\U0001F600");
  EXPECT_EQ(string_of(R"("\u0000x")"), std::string("\0x", 2));
}

TEST(JsonValue, refuses_what_is_not_json) {
  for (const char* text :
       {"", "{", "[1,]", "{\"a\" 1}", "{a: 1}", "01", "1.", "+1", ".5", "1e", "nul", "\"\\x\"", "\"\\ud83d\"",
        "\"\\ude00\"", "\"\n\"", "\"", "1 2", "[1", "{\"a\":1,}"}) {
    EXPECT_FALSE(JsonValue::parse(text)) << text;
  }
}

TEST(JsonValue, refuses_what_is_nested_too_deep) {
  EXPECT_TRUE(JsonValue::parse(std::string(200, '[') + std::string(200, ']')));
  EXPECT_FALSE(JsonValue::parse(std::string(100000, '[')));
}

TEST(JsonValue, strings_come_back) {
  const std::string text("a\"\\\n\x01\x7f\u00e9/", 9);
  std::string json;
  append_json_string(json, text);
  EXPECT_EQ(string_of(json), text);
}

}  // namespace
}  // namespace schemac
