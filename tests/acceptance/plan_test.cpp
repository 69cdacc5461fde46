// Plans on a real server: from nothing to a schema, and back to a database as empty as before.
#include "plan/plan.hpp"

#include <gtest/gtest.h>

#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "model/partition.hpp"
#include "plan/script.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"
#include "support/small_schema.hpp"

namespace schemac::compiler::plan {
namespace {

using testing::SmallSchema;
using testing::TestDatabase;

std::string script(const model::Model& before, const model::Model& after) {
  return to_sql(plan(before, after, diff::diff(before, after), driver::vocabulary().kinds));
}

/// Each step by itself: some cannot be in a transaction with others.
void migrate(const TestDatabase& database, const model::Model& before, const model::Model& after) {
  Connection connection(database.url());
  for (const model::Step& step : plan(before, after, diff::diff(before, after), driver::vocabulary().kinds))
    connection.execute_script(step.sql);
}

model::ForeignKey deferred_self_reference() {
  model::ForeignKey key;
  key.columns = {"parent_id"};
  key.schema = "public";
  key.table = "order";
  key.target_columns = {"id"};
  key.on_delete = model::ReferentialAction::set_null;
  key.deferrable = model::Deferrable::initially_deferred;
  return key;
}

/// One of everything, with a circle of references, a self-reference and names that need quotes.
model::Model one_of_everything() {
  SmallSchema schema;
  schema.extension("pg_trgm").enumeration("bill_status", {"first reading", "it's law"});
  schema.add({"schema", {}, "archive", {}}, model::Named{});
  schema.add({"table", "archive", "old", {}}, model::Table{.unlogged = true}, model::TableNotes{});

  schema.table_with_id("bills").table_with_id("sponsors").table_with_id("order");
  schema.column("bills", "title", "character varying(500)", false, "'a b'::character varying");
  schema.column("bills", "status", "public.bill_status", false, "'it''s law'");
  schema.column("bills", "history", "public.bill_status[]", false, "'{}'");
  schema.column("bills", "sponsor_id", "uuid").column("sponsors", "first_bill_id", "uuid", true);
  schema.column("bills", "at", "timestamp without time zone", false, "now() AT TIME ZONE 'utc'");
  schema.column("order", "parent_id", "uuid", true).column("order", "Group", "text", true);

  model::Column number;
  number.type = "bigint";
  number.identity = model::Identity::by_default;
  model::ColumnNotes at_the_end;
  at_the_end.position = 100;
  schema.add(SmallSchema::table_id("bills").child("column", "number"), number, at_the_end);
  model::Column words;
  words.type = "tsvector";
  words.nullable = true;
  words.generated = "to_tsvector('simple', title)";
  schema.add(SmallSchema::table_id("bills").child("column", "words"), words, at_the_end);

  schema.reference("bills", "sponsor_id", "sponsors").reference("sponsors", "first_bill_id", "bills");
  schema.foreign_key("order", deferred_self_reference());
  schema.check("bills", "title_not_empty", "title <> ''").unique("bills", {"number", "title"});
  schema.check("order", "user", "\"Group\" IN ('a', 'b')");

  auto trigrams = SmallSchema::btree("bills", {"title"});
  trigrams.method = "gin";
  trigrams.keys[0].opclass = "gin_trgm_ops";
  auto partial = SmallSchema::btree("bills", {"-number", "status"});
  partial.keys.push_back({"", "lower(title)", "C", "", false, "first"});
  partial.keys.push_back({"", "number + 1", "", "", false, ""});
  partial.include = {"at"};
  partial.unique = true;
  partial.predicate = "sponsor_id IS NOT NULL";
  schema.index("bills_title_idx", trigrams).index("bills_partial_idx", partial);

  const auto bills = SmallSchema::table_id("bills");
  schema.comment(bills, "It's a bill\n\nof two lines.").comment(bills.child("column", "number"), "n");
  schema.comment(bills.child("check", "title_not_empty"), "c")
      .comment({"index", "public", "bills_title_idx", {}}, "i");
  schema.comment({"enum", "public", "bill_status", {}}, "e").comment({"extension", {}, "pg_trgm", {}}, "x");
  schema.comment({"schema", {}, "archive", {}}, "s");
  return schema.model();
}

TEST(PlanOnServer, creates_and_drops_everything) {
  TestDatabase database;
  const std::string empty = database.dump();
  const model::Model model = one_of_everything();

  database.run_sql(script({}, model));
  const std::string full = database.dump();
  EXPECT_NE(full, empty);
  EXPECT_EQ(database.run_sql("SELECT count(*) FROM pg_constraint WHERE contype = 'f'"), "3\n");
  EXPECT_EQ(database.run_sql("SELECT obj_description('public.bills'::regclass)"),
            "It's a bill\n\nof two lines.\n");

  database.run_sql(script(model, {}));
  EXPECT_EQ(database.dump(), empty);
  EXPECT_EQ(database.run_sql("SELECT count(*) FROM pg_extension WHERE extname <> 'plpgsql'"), "0\n");

  database.run_sql(script({}, model));
  EXPECT_EQ(database.dump(), full);
}

TEST(PlanOnServer, creates_and_drops_our_own_schema) {
  const auto run = driver::compile(SCHEMAC_SOURCE_DIR "/schema-defs");
  ASSERT_FALSE(run.failed());
  TestDatabase database;
  const std::string empty = database.dump();
  Connection connection(database.url());  // the script is longer than an argument of psql may be
  connection.execute_script(script({}, run.model));
  EXPECT_NE(database.dump(), empty);
  connection.execute_script(script(run.model, {}));
  EXPECT_EQ(database.dump(), empty);
}

/// A table with a key, a check, an index and a reference: once partitioned, and as each of its partitions.
void add_visits(SmallSchema& schema, const std::string& name, const std::string& partition_key) {
  schema.add(SmallSchema::table_id(name), model::Table{.partition_key = partition_key}, model::TableNotes{});
  schema.column(name, "id", "uuid").column(name, "at", "date").column(name, "page_id", "uuid");
  schema.primary_key(name, {"id", "at"}).check(name, "not_too_old", "at > '2020-01-01'");
  schema.index(name + "_at_idx", name, {"at"});
  model::ForeignKey reference;
  reference.columns = {"page_id"};
  reference.schema = "public";
  reference.table = "pages";
  reference.target_columns = {"id"};
  schema.add(SmallSchema::table_id(name).child("foreign_key", "visits_page_id_fkey"), reference,
             model::ForeignKeyNotes{});
}

model::Model partitioned(bool with_partitions) {
  SmallSchema schema;
  schema.table_with_id("pages");
  add_visits(schema, "visits", "RANGE (at)");
  if (!with_partitions) return schema.model();
  const auto attach = [&schema](const std::string& name, const std::string& bound) {
    add_visits(schema, name, {});
    schema.add({"partition", "public", name, {}}, model::Partition{"public", "visits", bound});
  };
  attach("visits_2026", "FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
  attach("visits_other", "DEFAULT");
  return schema.model();
}

TEST(PlanOnServer, attaches_partitions_and_detaches_them) {
  TestDatabase database;
  const std::string empty = database.dump();
  const model::Model bare = partitioned(false);
  const model::Model full = partitioned(true);
  database.run_sql(script({}, bare));
  const std::string without = database.dump();
  database.run_sql(script(bare, full));
  const std::string parts =
      "SELECT inhrelid::regclass, pg_get_expr(relpartbound, c.oid) FROM pg_inherits JOIN pg_class c "
      "ON c.oid = inhrelid WHERE relkind = 'r' ORDER BY 1";
  EXPECT_EQ(database.run_sql(parts),
            "visits_2026|FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')\nvisits_other|DEFAULT\n");
  EXPECT_EQ(database.run_sql("SELECT count(*) FROM pg_index WHERE indrelid = 'visits_2026'::regclass"),
            "2\n");  // found, not made a second time
  database.run_sql(script(full, bare));
  EXPECT_EQ(database.dump(), without);
  database.run_sql(script(bare, {}));
  EXPECT_EQ(database.dump(), empty);
  database.run_sql(script({}, full));
  database.run_sql(script(full, {}));
  EXPECT_EQ(database.dump(), empty);
}

TEST(PlanOnServer, adds_parts_to_a_table_and_takes_them_away) {
  const model::Model before = SmallSchema().table_with_id("bills").model();
  SmallSchema more;
  more.table_with_id("bills")
      .column("bills", "parent_id", "uuid", true)
      .reference("bills", "parent_id", "bills");
  more.check("bills", "not_itself", "parent_id <> id").index("bills_parent_id_idx", "bills", {"parent_id"});
  more.comment(SmallSchema::table_id("bills").child("column", "parent_id"), "What it amends.");
  TestDatabase database;
  database.run_sql(script({}, before));
  const std::string dump = database.dump();
  migrate(database, before, more.model());
  EXPECT_NE(database.dump(), dump);
  migrate(database, more.model(), before);
  EXPECT_EQ(database.dump(), dump);
}

}  // namespace
}  // namespace schemac::compiler::plan
