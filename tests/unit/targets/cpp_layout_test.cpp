// Generated text is laid out as clang-format would.
#include "targets/cpp_layout.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::targets {
namespace {

TEST(CppLayout, literals_escape_what_must_be) {
  EXPECT_EQ(cpp_literal("a\"b\\c\nd\x01"
                        "2\xc3\xbc"),
            "\"a\\\"b\\\\c\\nd\\0012\xc3\xbc\"");
}

TEST(CppLayout, literals_break_after_blanks) {
  const std::string text = std::string(60, 'a') + ", " + std::string(60, 'b');
  EXPECT_EQ(cpp_literals(text, 8, 8),
            '"' + std::string(60, 'a') + ", \"\n        \"" + std::string(60, 'b') + '"');
  EXPECT_EQ(cpp_literals("short", 8, 8), "\"short\"");
  EXPECT_EQ(cpp_literals("", 8, 8), "\"\"");
}

TEST(CppLayout, literals_do_not_break_within_an_escape) {
  EXPECT_EQ(split_literal(R"("ab\\\0011")", 6),
            (std::vector<std::string>{R"("ab\\")", R"("\001")", R"("1")"}));
}

TEST(CppLayout, comments_wrap_and_keep_lines) {
  EXPECT_EQ(comment_lines("One  two\nthree", 2), (std::vector<std::string>{"/// One two", "/// three"}));
  EXPECT_TRUE(comment_lines("", 0).empty());
  const std::vector<std::string> lines = comment_lines(std::string(100, 'x') + " " + std::string(20, 'y'), 0);
  EXPECT_EQ(lines, (std::vector<std::string>{"/// " + std::string(100, 'x'), "/// " + std::string(20, 'y')}));
}

TEST(CppLayout, lists_fill_lines_up_to_the_width) {
  EXPECT_EQ(wrap_list("f(", {"a", "b"}, ");"), "f(a, b);");
  const std::string just(kLineWidth - 7, 'x');
  EXPECT_EQ(wrap_list("f(", {"a", just}, ");").find('\n'), std::string::npos);
  EXPECT_EQ(wrap_list("f(", {"ab", just}, ");"), "f(ab,\n  " + just + ");");
  EXPECT_EQ(wrap_list("f(", {just, "bbbb"}, ");"), "f(" + just + ",\n  bbbb);");
}

TEST(CppLayout, entries_stand_on_one_line_or_on_one_for_each_member) {
  EXPECT_EQ(braced_entry({".a = 1", ".b = 2"}, 4), "    {.a = 1, .b = 2},");
  const std::string wide = ".text = \"" + std::string(100, 'x') + "\"";
  EXPECT_EQ(braced_entry({".a = 1", wide}, 4), "    {.a = 1,\n     " + wide + "},");
}

}  // namespace
}  // namespace schemac::compiler::targets
