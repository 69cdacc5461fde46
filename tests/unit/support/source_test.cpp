// Places in texts: lines and columns as people count them.
#include "support/source.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::support {
namespace {

TEST(Sources, counts_lines_and_columns_from_one) {
  Sources sources;
  const FileId file = sources.add("a.json", "{\n  \"a\": 1\n}\n");
  EXPECT_EQ(sources.locate(file, 0).line, 1U);
  EXPECT_EQ(sources.locate(file, 0).column, 1U);
  EXPECT_EQ(sources.locate(file, 4).line, 2U);
  EXPECT_EQ(sources.locate(file, 4).column, 3U);
  EXPECT_EQ(sources.locate(file, 13).line, 4U) << "the end of the text, after its last newline";
}

TEST(Sources, counts_columns_in_characters) {
  Sources sources;
  const FileId file = sources.add("a.json", "\"né😀\": 1");
  EXPECT_EQ(sources.locate(file, 8).column, 5U) << "the closing quote is the fifth character";
}

TEST(Sources, gives_whole_lines_without_their_ends) {
  Sources sources;
  const FileId file = sources.add("a.json", "one\r\ntwo\nthree");
  EXPECT_EQ(sources.line(file, 0), "one");
  EXPECT_EQ(sources.line(file, 6), "two");
  EXPECT_EQ(sources.line(file, 14), "three");
}

TEST(Sources, gives_the_text_of_a_span) {
  Sources sources;
  const FileId file = sources.add("a.json", "one two");
  EXPECT_EQ(sources.text(Span{file, 4, 7}), "two");
  EXPECT_EQ(sources.text(Span{}), "") << "an unknown place has no text";
  EXPECT_EQ(sources.name(file), "a.json");
}

TEST(Sources, keeps_texts_in_place_when_others_are_added) {
  Sources sources;
  const FileId file = sources.add("a.json", "short");
  const std::string_view before = sources.text(file);
  for (int i = 0; i < 1000; ++i) sources.add("more.json", "x");
  EXPECT_EQ(before.data(), sources.text(file).data());
}

}  // namespace
}  // namespace schemac::compiler::support
