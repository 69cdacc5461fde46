// Patterns: how each dialect is written, and what is refused where.
#include "rules/shared_pattern.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace schemac::compiler::rules {
namespace {

std::string written(const std::string& text, PatternDialect dialect = PatternDialect::postgres) {
  auto parsed = parse_pattern(text);
  if (auto* mistake = std::get_if<PatternMistake>(&parsed)) return "refused: " + mistake->message;
  return write_pattern(std::get<SharedPattern>(parsed), dialect);
}

TEST(SharedPattern, is_written_without_what_dialects_read_differently) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"^Bill No\\. \\d+ of \\d{4}$", "^Bill No[.] [0-9]+ of [0-9]{4}$"},
      {"a.b", "a[^\\n]b"},
      {"\\w\\s\\D", "[A-Za-z0-9_][ \\t-\\r][^0-9]"},
      {"[\\d_-]", "[0-9_\\-]"},
      {"[-a]", "[\\-a]"},
      {"[^\\]\\\\]", "[^\\]\\\\]"},
      {"(a|b)?", "(?:a|b)?"},
      {"(?:a{0,}){1,}", "(?:a*)+"},
      {"a{2,2}b{3,}c{0,1}", "a{2}b{3,}c?"},
      {"\\x41\\u00e9é😀", "Aéé😀"},
      {"^\\$argon2id\\$", "^[$]argon2id[$]"},
      {"\\^\\[\\]\\\\\\/", "\\^\\[\\]\\\\/"},
      {"^a|b$", "^a|b$"},
      {"(^a|^b)", "(?:^a|^b)"},
      {"\\x01", "\\u0001"}};
  for (const auto& [text, expected] : cases) EXPECT_EQ(written(text), expected) << text;
  EXPECT_EQ(written("\\x01", PatternDialect::re2), "\\x01");
}

struct Refused {
  std::string text;
  std::size_t begin;
  std::size_t end;
};

TEST(SharedPattern, refuses_the_rest_with_a_place) {
  const std::vector<Refused> cases{{"", 0, 0},        {"a(?=b)", 1, 3},      {"(?i)a", 0, 2},
                                   {"(?<n>a)", 0, 2}, {"a*?", 1, 3},         {"a++", 1, 3},
                                   {"a**", 1, 3},     {"(a)\\1", 3, 5},      {"\\bword", 0, 2},
                                   {"\\p{L}", 0, 2},  {"[[:alpha:]]", 1, 2}, {"[a-z-9]", 4, 5},
                                   {"[z-a]", 1, 4},   {"[\\D]", 1, 3},       {"[]", 0, 2},
                                   {"[a", 0, 1},      {"(a", 0, 1},          {"a)", 1, 2},
                                   {"a||b", 2, 2},    {"*a", 0, 1},          {"^*", 1, 2},
                                   {"a^b", 1, 2},     {"a$b", 1, 2},         {"a{", 1, 2},
                                   {"a{x}", 1, 2},    {"a{300}", 1, 6},      {"a{3,2}", 1, 6},
                                   {"a}", 1, 2},      {"a]", 1, 2},          {"\\", 0, 1},
                                   {"\\ud800", 0, 6}, {"\\x0", 0, 3},        {"(a{200}){200}", 0, 13},
                                   {"é*?", 2, 4}};
  for (const Refused& refused : cases) {
    auto parsed = parse_pattern(refused.text);
    auto* mistake = std::get_if<PatternMistake>(&parsed);
    ASSERT_NE(mistake, nullptr) << refused.text;
    EXPECT_EQ(mistake->begin, refused.begin) << refused.text << ": " << mistake->message;
    EXPECT_EQ(mistake->end, refused.end) << refused.text << ": " << mistake->message;
  }
}

TEST(SharedPattern, deep_groups_are_an_error_not_a_crash) {
  EXPECT_EQ(written(std::string(100'000, '(')).substr(0, 8), "refused:");
}

}  // namespace
}  // namespace schemac::compiler::rules
