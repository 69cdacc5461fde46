// The commands that look at databases and at SQL files, `schemac diff` and `drift`; and what `schemac migrate
// new` and `generate --check` refuse.
#include <gtest/gtest.h>

#include "support/postgres.hpp"
#include "support/project.hpp"

namespace schemac::testing {
namespace {

using compiler::scratch::Finished;

class Live : public ::testing::Test, protected Project {
 protected:
  Live() {
    write("schema-defs/schemac.json", R"({"namespace": "demo"})");
    define(R"("title": "text", "votes": "integer")");
  }

  void define(const std::string& columns, const std::string& more = "") const {
    write("schema-defs/laws.json", R"({"domain": "laws", "tables": {"bills": {"primary_key": ["id"],
      "columns": {"id": "uuid", )" + columns +
                                       "}" + more + R"(},
      "events": {"primary_key": ["id", "at"], "columns": {"id": "uuid", "at": "timestamptz", "kind": "text"},
                 "indexes": [["kind"]], "partition": {"range": "at", "every": "1 month"}}}})");
  }

  void migrate() const {
    const Finished finished = run({"migrate", "new", "next"});
    ASSERT_EQ(finished.status, 0) << finished.errors;
  }

  /// A database that the definitions of now have made.
  void load(TestDatabase& database) const {
    ASSERT_EQ(run({"generate"}).status, 0);
    database.run_sql_file((folder / "generated/schema.sql").string());
  }
};

TEST_F(Live, drift_tells_what_was_done_beside_the_migrations_and_leaves_partitions_alone) {
  migrate();
  TestDatabase database;
  load(database);
  database.run_sql(
      "CREATE TABLE events_2026_11 PARTITION OF events FOR VALUES FROM ('2026-11-01') TO ('2026-12-01');"
      "COMMENT ON INDEX events_2026_11_kind_idx IS 'made ahead'");
  const Finished clean = run({"drift", database.url()});
  EXPECT_EQ(clean.status, 0) << clean.output << clean.errors;
  EXPECT_EQ(clean.output, "");

  database.run_sql(
      "ALTER TABLE bills ADD COLUMN note text; CREATE INDEX by_hand ON bills (votes); DROP TABLE "
      "events_default");
  const Finished drifted = run({"drift", database.url()});
  EXPECT_EQ(drifted.status, 2);
  for (const char* told : {"ADD COLUMN note text", "by_hand", "events_default"})
    EXPECT_NE(drifted.output.find(told), std::string::npos) << told << "\n" << drifted.output;
  EXPECT_EQ(drifted.output.find("2026_11"), std::string::npos) << drifted.output;
}

TEST_F(Live, diff_makes_the_roles_that_a_file_takes_for_granted) {
  const std::string table = "CREATE TABLE notes (id integer PRIMARY KEY, writer name);\n";
  write("old.sql", table);
  write("new.sql", table +
                       "ALTER TABLE notes OWNER TO \"the keeper\";\nGRANT SELECT ON notes TO reader;\n"
                       "CREATE POLICY own ON notes TO writer USING (writer = current_user);\n");
  const Finished finished = run({"diff", "--from", "old.sql", "--to", "new.sql"});
  EXPECT_EQ(finished.status, 2) << finished.errors;
  for (const char* wanted :
       {"OWNER TO \"the keeper\"", "GRANT SELECT ON TABLE public.notes TO reader", "TO writer"})
    EXPECT_NE(finished.output.find(wanted), std::string::npos) << wanted << "\n" << finished.output;
  EXPECT_EQ(finished.output.find("CREATE ROLE"), std::string::npos) << finished.output;
}

TEST_F(Live, migrate_refuses_with_3_to_drop_what_nobody_gave_up) {
  migrate();
  define(R"("title": "text")");
  const auto before = tree("generated");
  const Finished refused = run({"migrate", "new", "no_votes"});
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.errors.find("error[SC5002]"), std::string::npos) << refused.errors;
  EXPECT_EQ(tree("generated"), before);
  define(R"("title": "text")", R"(, "dropped": ["votes"])");
  EXPECT_EQ(run({"migrate", "new", "no_votes"}).status, 0);
}

TEST_F(Live, migrate_renames_what_the_definitions_say_and_takes_nothing_for_a_rename) {
  migrate();
  define(R"("name": "text", "votes": "integer")");
  EXPECT_EQ(run({"migrate", "new", "name"}).status, 3);
  define(R"("name": {"type": "text", "renamed_from": "title"}, "votes": "integer")");
  migrate();
  const Finished same = run({"diff", "--from", "migrations", "--to", "schema-defs"});
  EXPECT_EQ(same.status, 0) << same.output;
  define(R"("name": {"type": "text", "renamed_from": "titel"}, "votes": "integer")");
  const Finished unknown = run({"migrate", "new", "again"});
  EXPECT_EQ(unknown.status, 1);
  EXPECT_NE(unknown.errors.find("SC6005"), std::string::npos) << unknown.errors;
}

TEST_F(Live, migrations_of_soft_delete_keep_unique_keys_both_ways) {
  const std::string columns = R"("title": "text", "votes": "integer")";
  const std::string unique = R"(, "unique": [["title"], ["votes", "title"]])";
  define(columns, unique);
  migrate();
  define(columns, unique + R"(, "soft_delete": true)");
  migrate();
  define(columns, unique + R"(, "dropped": ["deleted_at"])");
  migrate();
  const Finished proven = run({"verify"});
  EXPECT_EQ(proven.status, 0) << proven.output << proven.errors;
}

TEST_F(Live, generate_check_asks_for_a_migration_that_is_missing) {
  ASSERT_EQ(run({"generate"}).status, 0);
  EXPECT_EQ(run({"generate", "--check"}).status, 0);
  migrate();
  EXPECT_EQ(run({"generate", "--check"}).status, 0);
  define(R"("title": "text", "votes": "bigint")");
  ASSERT_EQ(run({"generate"}).status, 0);
  const Finished finished = run({"generate", "--check"});
  EXPECT_EQ(finished.status, 2);
  EXPECT_NE(
      finished.errors.find("column public.bills.votes is another\n  = help: run `schemac migrate new NAME`"),
      std::string::npos)
      << finished.errors;
}

}  // namespace
}  // namespace schemac::testing
