// The scanner of deparsed expressions.
#include "verify/expression_words.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::verify {
namespace {

using Words = std::vector<std::string>;

TEST(ExpressionWords, tells_names_strings_and_numbers_apart) {
  const ExpressionWords words = words_of(
      R"(CHECK (((kind)::text = 'it''s "x" 7') AND ("My ""col" > 12.5) AND (a1 <> ALL (ARRAY[3, -4]))))");
  EXPECT_TRUE(words.names.contains("kind"));
  EXPECT_TRUE(words.names.contains("My \"col"));
  EXPECT_TRUE(words.names.contains("a1"));
  EXPECT_FALSE(words.names.contains("x"));
  EXPECT_EQ(words.strings, Words{"it's \"x\" 7"});
  EXPECT_EQ(words.numbers, (Words{"12.5", "3", "4"}));
}

TEST(ExpressionWords, reads_escapes) {
  EXPECT_EQ(words_of(R"(a ~ E'\\d''' AND b = '\\')").strings, (Words{"\\d'", "\\\\"}));
}

}  // namespace
}  // namespace schemac::compiler::verify
