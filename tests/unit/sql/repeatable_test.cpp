// What PostgreSQL prints otherwise after reading it.
#include "sql/repeatable.hpp"

#include <gtest/gtest.h>

namespace schemac::compiler::sql {
namespace {

TEST(Repeatable, leaves_out_the_cast_of_a_whole_array) {
  EXPECT_EQ(repeatable("((kind)::text = ANY ((ARRAY['a'::character varying, 'it''s ]'::character "
                       "varying])::text[])) AND b"),
            "((kind)::text = ANY (ARRAY['a'::character varying, 'it''s ]'::character varying])) AND b");
  EXPECT_EQ(repeatable("kind::text <> ALL (ARRAY['a'::character varying]::text[])"),
            "kind::text <> ALL (ARRAY['a'::character varying])");
}

TEST(Repeatable, leaves_all_else_alone) {
  for (const char* text :
       {"(kind)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text])",
        "kind = ANY (ARRAY['a'::text, 'b'::text])", "x = ANY ((ARRAY['a'::text])::text[])", "'ANY ((ARRAY['",
        "ANY (", ""})
    EXPECT_EQ(repeatable(text), text);
}

}  // namespace
}  // namespace schemac::compiler::sql
