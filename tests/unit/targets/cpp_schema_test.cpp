// Which columns go into which struct, and under which type.
#include "targets/cpp_schema.hpp"

#include <gtest/gtest.h>

#include "targets/cpp_names.hpp"
#include "targets/page_sql.hpp"

namespace schemac::compiler::targets {
namespace {

using model::Column;
using model::ColumnNotes;
using model::Identity;
using model::Object;
using model::Shape;

/// A model under construction: tables with their columns.
class Tables {
 public:
  Tables& table(const std::string& name, const std::string& singular, std::vector<std::string> key) {
    model::TableNotes notes;
    notes.domain = "test";
    notes.singular = singular;
    notes.primary_key = std::move(key);
    objects_.push_back({{std::string(model::kTableKind), "public", name, ""}, model::Table{}, notes, {}});
    table_ = objects_.back().id;
    position_ = 0;
    return *this;
  }
  Tables& column(const std::string& name, Shape shape, const std::string& references = {},
                 Column state = {}) {
    ColumnNotes notes;
    notes.position = position_++;
    notes.type.shape = shape;
    notes.type.sql = state.type = "uuid";
    notes.references = references;
    objects_.push_back({table_.child(model::kColumnKind, name), state, notes, {}});
    return *this;
  }
  /// The schema borrows from the model.
  CppSchema schema() {
    model_ = model::Model({"test", 15}, objects_);
    return cpp_schema(model_);
  }

 private:
  std::vector<Object> objects_;
  model::ObjectId table_;
  std::uint32_t position_ = 0;
  model::Model model_;
};

Column with(bool nullable, std::string default_sql = {}, std::string generated = {},
            Identity identity = Identity::none) {
  Column column;
  column.nullable = nullable;
  column.default_sql = std::move(default_sql);
  column.generated = std::move(generated);
  column.identity = identity;
  return column;
}

TEST(CppSchema, a_reference_has_the_type_of_the_key_that_it_holds) {
  Tables tables;
  tables.table("bills", "bill", {"id"})
      .column("id", Shape::uuid)
      .column("sponsor_id", Shape::uuid, "sponsors", with(true));
  tables.table("sponsors", "sponsor", {"id"}).column("id", Shape::uuid);
  const CppSchema schema = tables.schema();
  EXPECT_EQ(schema.tables[0].key_type, "BillId");
  EXPECT_EQ(schema.tables[0].column("sponsor_id")->stored_type(), "std::optional<SponsorId>");
  ASSERT_EQ(schema.ids.size(), 2u);
  EXPECT_EQ(schema.ids[1].name, "SponsorId");
  EXPECT_EQ(schema.ids[1].value, "schemac::Uuid");
}

TEST(CppSchema, a_key_that_is_a_reference_declares_no_type) {
  Tables tables;
  tables.table("profiles", "profile", {"user_id"}).column("user_id", Shape::uuid, "users");
  tables.table("users", "user", {"id"}).column("id", Shape::uuid);
  tables.table("badges", "badge", {"id"})
      .column("id", Shape::int64)
      .column("profile_id", Shape::uuid, "profiles");
  const CppSchema schema = tables.schema();
  EXPECT_EQ(schema.ids.size(), 2u);
  EXPECT_EQ(schema.tables[0].column("profile_id")->type, "UserId");
  EXPECT_EQ(schema.tables[1].key_type, "UserId");
}

TEST(CppSchema, keys_that_refer_to_each_other_share_one_type) {
  Tables tables;
  tables.table("left", "left", {"id"}).column("id", Shape::uuid, "right");
  tables.table("right", "right", {"id"}).column("id", Shape::uuid, "left");
  const CppSchema schema = tables.schema();
  ASSERT_EQ(schema.ids.size(), 1u);
  EXPECT_EQ(schema.tables[0].key_type, schema.tables[1].key_type);
}

TEST(CppSchema, composite_keys_are_structs_of_plain_columns) {
  Tables tables;
  tables.table("votes", "vote", {"a", "b"}).column("a", Shape::int32).column("b", Shape::int32);
  const CppSchema schema = tables.schema();
  EXPECT_TRUE(schema.ids.empty());
  EXPECT_EQ(schema.tables[0].key_type, "Key");
  EXPECT_EQ(schema.tables[0].columns[0].type, "std::int32_t");
  EXPECT_FALSE(schema.tables[0].has_patch());
}

TEST(CppSchema, what_nobody_may_write_is_not_offered) {
  Tables tables;
  tables.table("rows", "row", {"id"})
      .column("id", Shape::int64, {}, with(false, {}, {}, Identity::always))
      .column("sum", Shape::int32, {}, with(false, {}, "a + b"))
      .column("search", Shape::ts_vector, {}, with(true, {}, "to_tsvector(t)"))
      .column("t", Shape::text);
  const CppSchema schema = tables.schema();
  const auto flags = [&](const char* name) {
    const CppColumn& column = *schema.tables[0].column(name);
    return std::vector<bool>{column.in_row, column.in_insert, column.in_patch};
  };
  EXPECT_EQ(flags("id"), (std::vector<bool>{true, false, false}));
  EXPECT_EQ(flags("sum"), (std::vector<bool>{true, false, false}));
  EXPECT_EQ(flags("search"), (std::vector<bool>{false, false, false}));
  EXPECT_EQ(flags("t"), (std::vector<bool>{true, true, true}));
}

TEST(CppNames, keywords_and_our_own_namespaces_get_an_underscore) {
  EXPECT_EQ(cpp_name("class"), "class_");
  EXPECT_EQ(cpp_name("std"), "std_");
  EXPECT_EQ(cpp_name("schemac"), "schemac_");
  EXPECT_EQ(cpp_name("bills"), "bills");
  EXPECT_EQ(enumerator_name("so-so"), "so_so");
  EXPECT_EQ(enumerator_name("2nd"), "v2nd");
  EXPECT_EQ(enumerator_name(""), "v");
}

TEST(CppNames, casts_do_not_cut_values_down) {
  const auto unbounded = [](const char* sql) {
    model::TypeUse type;
    type.sql = sql;
    type.shape = Shape::text;
    return unbounded_sql_type(type);
  };
  EXPECT_EQ(unbounded("character varying(50)"), "character varying");
  EXPECT_EQ(unbounded("character(3)"), "bpchar");
  EXPECT_EQ(unbounded("timestamp(3) with time zone"), "timestamp with time zone");
  EXPECT_EQ(unbounded("bit(8)"), "bit varying");
  EXPECT_EQ(unbounded("integer"), "integer");
}

TEST(PageSql, one_direction_without_nulls_is_a_comparison_of_rows) {
  EXPECT_EQ(after_condition({{"a", "integer", false, true}, {"id", "uuid", false, true}}),
            "(a, id) < ($1, $2)");
  EXPECT_EQ(after_condition({{"id", "uuid", false, false}}), "id > $1");
}

TEST(PageSql, mixed_directions_are_spelled_out_behind_a_bound) {
  EXPECT_EQ(after_condition({{"a", "integer", false, true}, {"id", "uuid", false, false}}),
            "a <= $1 AND (a < $1 OR a = $1 AND (id > $2))");
}

TEST(PageSql, nulls_come_where_postgres_puts_them) {
  EXPECT_EQ(after_condition({{"a", "integer", true, true}}),
            "(a < $1::integer OR a IS NOT NULL AND $1::integer IS NULL)");
  EXPECT_EQ(after_condition({{"a", "integer", true, false}}),
            "(a > $1::integer OR a IS NULL AND $1::integer IS NOT NULL)");
}

}  // namespace
}  // namespace schemac::compiler::targets
