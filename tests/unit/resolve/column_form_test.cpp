// The string form of a column, taken apart.
#include "resolve/column_form.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::resolve {
namespace {

ColumnForm form(std::string_view text) {
  auto parsed = parse_column_form(text);
  if (auto* error = std::get_if<FormError>(&parsed)) {
    ADD_FAILURE() << text << ": " << error->message;
    return {};
  }
  return std::get<ColumnForm>(parsed);
}

FormError refused(std::string_view text) {
  auto parsed = parse_column_form(text);
  if (auto* error = std::get_if<FormError>(&parsed)) return *error;
  ADD_FAILURE() << text << " was accepted";
  return {};
}

TEST(ColumnForm, is_not_null_unless_marked) {
  EXPECT_FALSE(form("text").nullable);
  EXPECT_TRUE(form("text?").nullable);
  EXPECT_EQ(form(" TEXT ? ").type, "text");
}

TEST(ColumnForm, mark_before_brackets_is_the_elements) {
  EXPECT_TRUE(form("text?[]").nullable_elements);
  EXPECT_FALSE(form("text?[]").nullable);
  EXPECT_TRUE(form("text[]?").nullable);
  EXPECT_FALSE(form("text[]?").nullable_elements);
  EXPECT_EQ(form("integer[][]").dimensions, 2u);
}

TEST(ColumnForm, parameters_may_stand_inside_the_name) {
  const ColumnForm parsed = form("timestamp(3)  with time zone? = now()");
  EXPECT_EQ(parsed.type, "timestamp with time zone");
  EXPECT_EQ(parsed.parameters, std::vector<std::string>{"3"});
  EXPECT_EQ(parsed.default_sql, "now()");
  EXPECT_EQ(form("numeric(12, 2)").parameters, (std::vector<std::string>{"12", "2"}));
}

TEST(ColumnForm, default_keeps_its_place_and_its_own_equals_signs) {
  const ColumnForm parsed = form("boolean = (1 = 1) ");
  EXPECT_EQ(parsed.default_sql, "(1 = 1)");
  EXPECT_EQ(parsed.default_range.begin, 10u);
  EXPECT_EQ(parsed.default_range.end, 17u);
}

TEST(ColumnForm, refuses_what_it_does_not_understand) {
  EXPECT_EQ(refused("").message, "a column needs a type");
  EXPECT_EQ(refused("text =").message, "an SQL expression must follow the `=`");
  EXPECT_EQ(refused("varchar(50").message, "the parenthesis is never closed");
  EXPECT_EQ(refused("text[3]").message, "PostgreSQL ignores the size of an array: write `[]`");
  EXPECT_EQ(refused("text[").message, "the bracket is never closed");
  EXPECT_EQ(refused("text??").range.begin, 5u);
  EXPECT_EQ(refused("varchar(3)(4)").message, "a type has one list of parameters");
}

}  // namespace
}  // namespace schemac::compiler::resolve
