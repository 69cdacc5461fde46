// Plans from nothing to small schemas, and back.
#include "plan/plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "driver/registry.hpp"
#include "model/function.hpp"
#include "plan/script.hpp"
#include "support/small_schema.hpp"

namespace schemac::compiler::plan {
namespace {

using testing::SmallSchema;

std::vector<model::Step> create(const model::Model& model) {
  return plan({}, model, diff::diff({}, model), driver::vocabulary().kinds);
}

std::vector<model::Step> drop(const model::Model& model) {
  return plan(model, {}, diff::diff(model, {}), driver::vocabulary().kinds);
}

std::vector<std::string> statements(const std::vector<model::Step>& steps) {
  std::vector<std::string> texts;
  for (const model::Step& step : steps) texts.push_back(step.sql);
  return texts;
}

/// Two tables that refer to each other, and a third one that refers to itself and to the first.
SmallSchema circle() {
  SmallSchema schema;
  schema.table_with_id("bills").table_with_id("sponsors").table_with_id("comments");
  schema.column("bills", "sponsor_id", "uuid").column("sponsors", "first_bill_id", "uuid", true);
  schema.column("comments", "parent_id", "uuid", true).column("comments", "bill_id", "uuid");
  schema.reference("bills", "sponsor_id", "sponsors").reference("sponsors", "first_bill_id", "bills");
  schema.reference("comments", "parent_id", "comments").reference("comments", "bill_id", "bills");
  schema.index("comments_bill_id_idx", "comments", {"bill_id"});
  return schema;
}

TEST(Planner, nothing_to_nothing_is_empty) {
  EXPECT_TRUE(create({}).empty());
}

TEST(Planner, folds_columns_and_constraints_into_their_table) {
  SmallSchema schema;
  schema.table("bills")
      .column("bills", "id", "uuid", false, "gen_random_uuid()")
      .column("bills", "title", "text")
      .column("bills", "note", "text", true)
      .check("bills", "title_not_empty", "title <> ''")
      .unique("bills", {"title"})
      .primary_key("bills", {"id"});
  EXPECT_EQ(to_sql(create(schema.model())),
            "CREATE TABLE public.bills (\n"
            "    id uuid NOT NULL DEFAULT gen_random_uuid(),\n"
            "    title text NOT NULL,\n"
            "    note text,\n"
            "    CONSTRAINT bills_pkey PRIMARY KEY (id),\n"
            "    CONSTRAINT bills_title_key UNIQUE (title),\n"
            "    CONSTRAINT title_not_empty CHECK (title <> '')\n"
            ");\n");
}

TEST(Planner, puts_indexes_and_comments_behind_their_table) {
  SmallSchema schema;
  schema.table("a").column("a", "x", "text").table("b").column("b", "y", "text").column("b", "a", "text");
  schema.index("a_x_idx", "a", {"-x"}).index("b_y_idx", "b", {"y"});
  schema.comment(SmallSchema::table_id("a"), "It's a.");
  schema.comment(SmallSchema::table_id("b").child("column", "a"), "Last.");
  schema.comment(SmallSchema::table_id("b").child("column", "y"), "First.");
  EXPECT_EQ(statements(create(schema.model())),
            (std::vector<std::string>{
                "CREATE TABLE public.a (\n    x text NOT NULL\n)",
                "CREATE INDEX a_x_idx ON public.a (x DESC)", "COMMENT ON TABLE public.a IS 'It''s a.'",
                "CREATE TABLE public.b (\n    y text NOT NULL,\n    a text NOT NULL\n)",
                "CREATE INDEX b_y_idx ON public.b (y)", "COMMENT ON COLUMN public.b.y IS 'First.'",
                "COMMENT ON COLUMN public.b.a IS 'Last.'"}));
}

TEST(Planner, creates_extensions_and_enums_before_tables) {
  SmallSchema schema;
  schema.table("a")
      .column("a", "status", "public.status[]")
      .enumeration("status", {"on", "off"})
      .extension("pg_trgm");
  EXPECT_EQ(statements(create(schema.model())),
            (std::vector<std::string>{"CREATE EXTENSION IF NOT EXISTS pg_trgm",
                                      "CREATE TYPE public.status AS ENUM ('on', 'off')",
                                      "CREATE TABLE public.a (\n    status public.status[] NOT NULL\n)"}));
  EXPECT_EQ(
      statements(drop(schema.model())),
      (std::vector<std::string>{"DROP TABLE public.a", "DROP TYPE public.status", "DROP EXTENSION pg_trgm"}));
}

TEST(Planner, creates_a_referenced_table_first) {
  SmallSchema schema;
  schema.table_with_id("z").table("a").column("a", "z_id", "uuid").reference("a", "z_id", "z");
  const auto steps = create(schema.model());
  ASSERT_EQ(steps.size(), 2u);
  EXPECT_EQ(steps[0].object.name, "z");
  EXPECT_NE(steps[1].sql.find("    CONSTRAINT a_z_id_fkey FOREIGN KEY (z_id) REFERENCES public.z (id)\n"),
            std::string::npos)
      << steps[1].sql;
  EXPECT_EQ(statements(drop(schema.model())),
            (std::vector<std::string>{"DROP TABLE public.a", "DROP TABLE public.z"}));
}

// `a` waits for `b`, and is numbered before b's own index.
TEST(Planner, keeps_indexes_with_a_table_that_others_waited_for) {
  SmallSchema schema;
  schema.table_with_id("b").index("b_id_idx", "b", {"id"});
  schema.table("a").column("a", "b_id", "uuid").reference("a", "b_id", "b");
  const auto steps = create(schema.model());
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[1].sql, "CREATE INDEX b_id_idx ON public.b (id)");
}

TEST(Planner, adds_the_reference_that_closes_a_circle_last) {
  const auto steps = create(circle().model());
  ASSERT_EQ(steps.size(), 5u);
  EXPECT_EQ(steps.back().sql,
            "ALTER TABLE public.sponsors\n    ADD CONSTRAINT sponsors_first_bill_id_fkey FOREIGN KEY "
            "(first_bill_id) "
            "REFERENCES public.bills (id)");
}

TEST(Planner, drops_the_reference_that_closes_a_circle_first) {
  EXPECT_EQ(statements(drop(circle().model())),
            (std::vector<std::string>{
                "ALTER TABLE public.sponsors\n    DROP CONSTRAINT sponsors_first_bill_id_fkey",
                "DROP TABLE public.comments", "DROP TABLE public.bills", "DROP TABLE public.sponsors"}));
}

TEST(Planner, keeps_a_self_reference_in_its_table) {
  SmallSchema schema;
  schema.table_with_id("a").column("a", "parent_id", "uuid", true).reference("a", "parent_id", "a");
  EXPECT_EQ(create(schema.model()).size(), 1u);
}

// The unique index that a reference points at comes after its table, so that a self-reference cannot be
// folded.
TEST(Planner, waits_for_the_unique_index_that_a_reference_points_at) {
  SmallSchema schema;
  auto index = SmallSchema::btree("a", {"id"});
  index.unique = true;
  schema.table("a").column("a", "id", "uuid").column("a", "parent_id", "uuid", true);
  schema.index("a_id_idx", index).reference("a", "parent_id", "a");
  const auto steps = create(schema.model());
  ASSERT_EQ(steps.size(), 3u);
  EXPECT_EQ(steps[1].sql, "CREATE UNIQUE INDEX a_id_idx ON public.a (id)");
  EXPECT_EQ(steps[2].object.kind, "foreign_key");
}

TEST(Planner, order_of_changes_does_not_matter) {
  const auto model = circle().model();
  auto changes = diff::diff({}, model);
  const auto expected = statements(plan({}, model, changes, driver::vocabulary().kinds));
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    std::shuffle(changes.begin(), changes.end(), random);
    EXPECT_EQ(statements(plan({}, model, changes, driver::vocabulary().kinds)), expected);
  }
}

TEST(Planner, quotes_names_that_need_it) {
  SmallSchema schema;
  schema.table("order").column("order", "Group", "text").check("order", "user", "\"Group\" <> ''");
  EXPECT_EQ(to_sql(create(schema.model())),
            "CREATE TABLE public.\"order\" (\n"
            "    \"Group\" text NOT NULL,\n"
            "    CONSTRAINT \"user\" CHECK (\"Group\" <> '')\n"
            ");\n");
}

TEST(Planner, adds_a_part_to_a_table_that_is_there) {
  const auto before = SmallSchema().table("a").column("a", "x", "text").model();
  const auto after = SmallSchema()
                         .table("a")
                         .column("a", "x", "text")
                         .column("a", "y", "text", true)
                         .unique("a", {"y"})
                         .model();
  EXPECT_EQ(statements(plan(before, after, diff::diff(before, after), driver::vocabulary().kinds)),
            (std::vector<std::string>{
                "ALTER TABLE public.a\n    ADD COLUMN y text",
                "CREATE UNIQUE INDEX CONCURRENTLY a_y_key ON public.a (y)",
                "ALTER TABLE public.a\n    ADD CONSTRAINT a_y_key UNIQUE USING INDEX a_y_key"}));
  EXPECT_EQ(statements(plan(after, before, diff::diff(after, before), driver::vocabulary().kinds)),
            (std::vector<std::string>{"ALTER TABLE public.a\n    DROP CONSTRAINT a_y_key",
                                      "ALTER TABLE public.a\n    DROP COLUMN y"}));
}

std::vector<std::string> way(const SmallSchema& before, const SmallSchema& after) {
  const auto from = before.model(), to = after.model();
  return statements(plan(from, to, diff::diff(from, to), driver::vocabulary().kinds));
}

TEST(Planner, builds_an_index_beside_the_one_that_it_replaces) {
  SmallSchema before;
  before.table("a").column("a", "x", "text").column("a", "y", "text");
  SmallSchema after = before;
  before.index("a_idx", "a", {"x"});
  after.index("a_idx", "a", {"y"});
  EXPECT_EQ(way(before, after),
            (std::vector<std::string>{"ALTER INDEX public.a_idx\n    RENAME TO a_idx__before",
                                      "CREATE INDEX CONCURRENTLY a_idx ON public.a (y)",
                                      "DROP INDEX CONCURRENTLY public.a_idx__before"}));
}

// What cannot be in a transaction must not split what can.
TEST(Planner, drops_indexes_first_and_adds_them_last) {
  SmallSchema before;
  before.table("a").column("a", "x", "text");
  SmallSchema after = before;
  before.column("a", "gone", "text").index("a_gone_idx", "a", {"x"});
  after.column("a", "new", "text", true).index("a_new_idx", "a", {"x"});
  EXPECT_EQ(way(before, after),
            (std::vector<std::string>{"DROP INDEX CONCURRENTLY public.a_gone_idx",
                                      "ALTER TABLE public.a\n    DROP COLUMN gone",
                                      "ALTER TABLE public.a\n    ADD COLUMN new text",
                                      "CREATE INDEX CONCURRENTLY a_new_idx ON public.a (x)"}));
}

// PostgreSQL ties a reference to the first unique index that will do, even to one that is about to go.
TEST(Planner, adds_a_reference_when_the_keys_of_its_target_are_settled) {
  SmallSchema before;
  before.table_with_id("a")
      .column("a", "x", "uuid")
      .table("b")
      .column("b", "id", "uuid")
      .column("b", "a_x", "uuid");
  SmallSchema after = before;
  before.unique("a", {"x"});
  model::Key key;
  key.columns = {"x"};
  key.include = {"id"};
  after.add(SmallSchema::table_id("a").child(model::kUniqueKind, "a_x_key"), key);
  model::ForeignKey reference;
  reference.columns = {"a_x"};
  reference.schema = "public";
  reference.table = "a";
  reference.target_columns = {"x"};
  before.foreign_key("b", reference);
  after.foreign_key("b", reference);
  EXPECT_EQ(
      way(before, after),
      (std::vector<std::string>{"ALTER TABLE public.b\n    DROP CONSTRAINT b_a_x_fkey",
                                "CREATE UNIQUE INDEX CONCURRENTLY a_x_key__new ON public.a (x) INCLUDE (id)",
                                "ALTER TABLE public.a\n    DROP CONSTRAINT a_x_key,\n    ADD CONSTRAINT "
                                "a_x_key UNIQUE USING INDEX a_x_key__new",
                                "ALTER TABLE public.b\n    ADD CONSTRAINT b_a_x_fkey FOREIGN KEY (a_x) "
                                "REFERENCES public.a (x) NOT VALID",
                                "ALTER TABLE public.b\n    VALIDATE CONSTRAINT b_a_x_fkey"}));
}

/// A function in SQL as it is read from a database, which does not know what the body needs.
model::Object read_function(const std::string& name, const std::string& body) {
  model::Function function;
  function.language = "sql";
  function.returns = "integer";
  function.body = body;
  model::Object object{model::function_id("public", name, function), function, {}};
  object.recorded_needs.emplace();
  return object;
}

std::vector<std::string> names(const std::vector<model::Step>& steps) {
  std::vector<std::string> found;
  for (const model::Step& step : steps) found.push_back(step.object.name);
  return found;
}

TEST(Planner, creates_a_function_after_what_its_body_calls) {
  const model::Model chain({}, {read_function("a", "SELECT public.b()"), read_function("b", "SELECT c()"),
                                read_function("c", "SELECT 1")});
  EXPECT_EQ(names(create(chain)), (std::vector<std::string>{"c", "b", "a"}));
}

TEST(Planner, passes_over_calls_that_go_in_a_circle) {
  const model::Model circle({}, {read_function("a", "SELECT public.b()"), read_function("b", "SELECT a()")});
  EXPECT_EQ(names(create(circle)), (std::vector<std::string>{"b", "a"}));
}

// The table needs the function for its default, and comes as a whole.
TEST(Planner, keeps_a_table_whole_that_a_function_reads) {
  SmallSchema schema;
  schema.table("a").column("a", "x", "integer", false, "f()");
  const model::Model table = schema.model();
  std::vector<model::Object> objects(table.objects().begin(), table.objects().end());
  objects.push_back(read_function("f", "SELECT x FROM a"));
  EXPECT_EQ(names(create(model::Model({}, objects))), (std::vector<std::string>{"f", "a"}));
}

TEST(Script, keeps_one_line_statements_of_a_kind_together) {
  const model::ObjectId index{"index", "public", "i", {}};
  const model::ObjectId table = SmallSchema::table_id("a");
  const std::vector<model::Step> steps = {{table, "CREATE TABLE a (\n)"},
                                          {index, "CREATE INDEX a"},
                                          {index, "CREATE INDEX b"},
                                          {table, "DROP TABLE a"}};
  EXPECT_EQ(to_sql(steps), "CREATE TABLE a (\n);\n\nCREATE INDEX a;\nCREATE INDEX b;\n\nDROP TABLE a;\n");
}

TEST(Script, keeps_a_comment_with_its_object) {
  SmallSchema schema;
  schema.enumeration("e", {"x"}).comment({"enum", "public", "e", {}}, "E.").enumeration("f", {"y"});
  EXPECT_EQ(to_sql(create(schema.model())),
            "CREATE TYPE public.e AS ENUM ('x');\n"
            "COMMENT ON TYPE public.e IS 'E.';\n"
            "\n"
            "CREATE TYPE public.f AS ENUM ('y');\n");
}

}  // namespace
}  // namespace schemac::compiler::plan
