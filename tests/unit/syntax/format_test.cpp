// The canonical layout.
#include "syntax/format.hpp"

#include <gtest/gtest.h>

#include "support/files.hpp"
#include "unit/syntax/parsed.hpp"

namespace schemac::compiler::syntax {
namespace {

std::string formatted(const std::string& text) {
  const Parsed parsed(text);
  return parsed.document ? format(*parsed.document, parsed.sources) : parsed.printed();
}

TEST(Format, keeps_short_files_on_one_line) {
  EXPECT_EQ(formatted("{\"namespace\":\"chanuka\"  , \"postgres\":15}"),
            "{\"namespace\": \"chanuka\", \"postgres\": 15}\n");
  EXPECT_EQ(formatted("{\n}"), "{}\n");
}

TEST(Format, keeps_open_what_the_author_opened) {
  EXPECT_EQ(formatted("{\n\"a\":{\"b\":[\n1,2]},\"c\":{\n\"d\":[\n{}, [\n] ]}}"), R"({
  "a": {"b": [1, 2]},
  "c": {
    "d": [
      {},
      []
    ]
  }
}
)");
}

TEST(Format, opens_what_does_not_fit) {
  const std::string fits = "{\"doc\": \"" + std::string(108, 'x') + "\"}";
  ASSERT_EQ(fits.size(), 119U);
  EXPECT_EQ(formatted(fits), fits + "\n");
  const std::string longer = "{\"doc\": \"" + std::string(109, 'x') + "\"}";
  EXPECT_EQ(formatted(longer), "{\n  \"doc\": \"" + std::string(109, 'x') + "\"\n}\n");
}

TEST(Format, fills_lines_with_scalars) {
  std::string text = "{\"enum\": [";
  for (int i = 0; i < 40; ++i) text += "\"county_" + std::to_string(i) + "\",";
  text.back() = ']';
  const std::string result = formatted(text + "}");
  EXPECT_TRUE(result.starts_with("{\n  \"enum\": [\n    \"county_0\", \"county_1\", ")) << result;
  EXPECT_TRUE(result.ends_with("\"county_39\"\n  ]\n}\n")) << result;
  for (std::size_t at = 0; at < result.size();) {
    const std::size_t end = result.find('\n', at);
    EXPECT_LE(end - at, 120U);
    at = end + 1;
  }
}

TEST(Format, keeps_one_blank_line_between_members) {
  EXPECT_EQ(formatted("{\n\n\"a\":1,\n\n\n\"b\":2,\n\"c\":3\n\n}"),
            "{\n  \"a\": 1,\n\n  \"b\": 2,\n  \"c\": 3\n}\n");
}

TEST(Format, changes_no_number_and_escapes_only_what_is_needed_or_invisible) {
  EXPECT_EQ(formatted(R"({"a": 1.500E+3, "b": "\u0041\/\u00e9\ud83d\ude00\t\"\\\u0001"})"),
            "{\"a\": 1.500E+3, \"b\": \"A/é😀\\t\\\"\\\\\\u0001\"}\n");
  EXPECT_EQ(formatted("{\"a\": \"\xE2\x80\x8B\\u200b\\ufeff\\u00a0\"}"),
            "{\"a\": \"\\u200b\\u200b\\ufeff\\u00a0\"}\n");
}

TEST(Format, is_stable_on_every_definition_of_this_repository) {
  for (const auto& path : support::list_files(SCHEMAC_SOURCE_DIR "/schema-defs", ".json")) {
    const Parsed original(support::read_file(path).value());
    ASSERT_TRUE(original.document) << original.printed();
    const Parsed again(format(*original.document, original.sources));
    ASSERT_TRUE(again.document) << again.printed();
    EXPECT_EQ(to_json(again.document->root), to_json(original.document->root)) << path;
    EXPECT_EQ(format(*again.document, again.sources), again.sources.text(again.file)) << path;
  }
}

}  // namespace
}  // namespace schemac::compiler::syntax
