// Long expressions are laid out as clang-format would.
#include "targets/cpp_expression_layout.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::targets {
namespace {

const std::string kLong(40, 'x');
const std::string kLonger(70, 'y');

TEST(CppExpressionLayout, what_fits_stays_on_one_line) {
  EXPECT_EQ(wrap_expression("if (", "a && b", ")"), "if (a && b)");
}

TEST(CppExpressionLayout, lines_end_at_the_loosest_operator) {
  EXPECT_EQ(wrap_expression("if (", "a && " + kLong + " || " + kLonger, ")"),
            "if (a && " + kLong + " ||\n    " + kLonger + ")");
}

TEST(CppExpressionLayout, pieces_that_are_too_long_are_split_in_turn) {
  EXPECT_EQ(wrap_expression("if (", "a || (" + kLong + " && " + kLonger + ")", ")"),
            "if (a ||\n    (" + kLong + " &&\n     " + kLonger + "))");
}

TEST(CppExpressionLayout, lists_go_on_below_their_bracket) {
  EXPECT_EQ(wrap_expression("if (", "s.in({" + kLong + ", " + kLong + ", " + kLong + "})", ")"),
            "if (s.in({" + kLong + ", " + kLong + ",\n          " + kLong + "}))");
}

TEST(CppExpressionLayout, arguments_hang_below_their_function_where_that_takes_fewer_lines) {
  const std::string head = "  " + kLong + "(";
  EXPECT_EQ(wrap_expression(head, kLonger + ", " + kLong + ", " + kLong, ");"),
            head + "\n      " + kLonger + ",\n      " + kLong + ", " + kLong + ");");
}

TEST(CppExpressionLayout, blanks_in_literals_are_kept) {
  const std::string literal = "\"a, b && " + kLonger + " \\\" c\"";
  EXPECT_EQ(wrap_expression("f(", literal + ", " + kLong, ")"), "f(" + literal + ",\n  " + kLong + ")");
}

}  // namespace
}  // namespace schemac::compiler::targets
