// The judge, the row maker and the contents, on a real server.
#include <gtest/gtest.h>

#include <algorithm>

#include "schemac/connection.hpp"
#include "support/postgres.hpp"
#include "verify/contents.hpp"
#include "verify/judge.hpp"
#include "verify/row_maker.hpp"

namespace schemac::testing {
namespace {

using namespace compiler::verify;

std::string judged(const std::string& left, const std::string& right) {
  TestDatabase one;
  TestDatabase other;
  one.run_sql(left);
  other.run_sql(right);
  return judge(server(), one.name(), other.name());
}

TEST(Judge, finds_a_schema_equal_to_itself) {
  const std::string sql =
      "CREATE TABLE t (id integer PRIMARY KEY, kind text CHECK (kind IN ('a', 'b')), at date DEFAULT now())";
  EXPECT_EQ(judged(sql, sql), "");
}

TEST(Judge, takes_a_check_for_what_it_is_after_a_reload) {
  EXPECT_EQ(judged("CREATE TABLE t (kind varchar(3) CONSTRAINT k CHECK (kind IN ('a', 'b')))",
                   "CREATE TABLE t (kind varchar(3) CONSTRAINT k CHECK (((kind)::text = ANY "
                   "(ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))))"),
            "");
}

TEST(Judge, does_not_mind_where_a_column_stands) {
  EXPECT_EQ(judged("CREATE TABLE t (b text DEFAULT 'x, (y', a serial, c numeric(5,2));"
                   "COMMENT ON COLUMN t.a IS 'a'; COMMENT ON COLUMN t.b IS 'b';"
                   "ALTER TABLE t ALTER b SET STATISTICS 5; ALTER TABLE t ALTER c SET STATISTICS 6",
                   "CREATE TABLE t (c numeric(5,2), b text DEFAULT 'x, (y', a serial);"
                   "COMMENT ON COLUMN t.a IS 'a'; COMMENT ON COLUMN t.b IS 'b';"
                   "ALTER TABLE t ALTER b SET STATISTICS 5; ALTER TABLE t ALTER c SET STATISTICS 6"),
            "");
}

TEST(Judge, shows_the_lines_that_differ) {
  const std::string difference =
      judged("CREATE TABLE t (a text, b text DEFAULT 'x')", "CREATE TABLE t (a text, b text)");
  EXPECT_NE(difference.find("-    b text DEFAULT 'x'::text\n+    b text\n"), std::string::npos) << difference;
}

TEST(Judge, sees_owners_and_grants) {
  server().run_sql("postgres", "CREATE ROLE judge_reader");
  EXPECT_NE(judged("CREATE TABLE t ()", "CREATE TABLE t (); GRANT SELECT ON t TO judge_reader"), "");
  EXPECT_NE(judged("CREATE TABLE t ()", "CREATE TABLE t (); ALTER TABLE t OWNER TO judge_reader"), "");
}

TEST(Judge, does_not_mind_in_which_order_rights_were_given) {
  server().run_sql("postgres", "CREATE ROLE judge_one; CREATE ROLE judge_two");
  EXPECT_EQ(judged("CREATE TABLE t (); GRANT SELECT ON t TO judge_one; GRANT SELECT ON t TO judge_two",
                   "CREATE TABLE t (); GRANT SELECT ON t TO judge_two; GRANT SELECT ON t TO judge_one"),
            "");
}

/// The tables of `sql`, filled; each is expected to have got `rows` rows.
std::vector<FilledTable> filled(TestDatabase& database, const std::string& sql) {
  database.run_sql(sql);
  return make_rows(database.url());
}

void expect_full(const std::vector<FilledTable>& tables) {
  for (const FilledTable& table : tables) EXPECT_EQ(table.rows, 3U) << table.name << ": " << table.reason;
}

TEST(RowMaker, fills_columns_of_every_type) {
  TestDatabase database;
  // Every type that a column can have, arrays of them too.
  expect_full(filled(database, R"(
    DO $$
    DECLARE list text;
    BEGIN
      SELECT string_agg(format('c%s %s', row_number, name), ', ') INTO list
      FROM (SELECT row_number() OVER (ORDER BY oid), format_type(oid, NULL) AS name FROM pg_type
            WHERE typnamespace = 'pg_catalog'::regnamespace AND typtype IN ('b', 'r', 'm') AND typname !~ '^_?pg_'
              AND typname !~ '^_?(aclitem|cstring|gtsvector|cid|regdictionary|regoper|regoperator|regcollation|refcursor)$') t;
      EXECUTE 'CREATE TABLE t (' || list || ')';
    END $$)"));
}

TEST(RowMaker, fills_columns_of_types_that_the_schema_makes) {
  TestDatabase database;
  expect_full(filled(database, R"(
    CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
    CREATE DOMAIN email AS text CHECK (VALUE ~ '^[^@]+@[a-z]+\.(com|org)$');
    CREATE DOMAIN few AS integer NOT NULL CHECK (VALUE BETWEEN 10 AND 12);
    CREATE TYPE pair AS (name text, "at" timestamptz[], m mood);
    CREATE TYPE span AS RANGE (subtype = float8);
    CREATE TABLE t (a mood NOT NULL, b mood[] NOT NULL, c email NOT NULL, d few, e pair NOT NULL, f span NOT NULL,
                    g span_multirange NOT NULL, h pair[] NOT NULL))"));
}

TEST(RowMaker, satisfies_checks) {
  TestDatabase database;
  expect_full(filled(database, R"(
    CREATE TABLE t (
      kind text NOT NULL CHECK (kind IN ('first', 'second')), code char(6) NOT NULL CHECK (code ~ '^[A-Z]{2}-\d{3}$'),
      short text NOT NULL CHECK (length(short) = 7), price numeric(6,2) NOT NULL CHECK (price > 100.5 AND price < 200),
      starts date NOT NULL, ends date NOT NULL, CHECK (ends > starts), note text NOT NULL CHECK (note LIKE 'x_z%'),
      percent integer NOT NULL CHECK (percent % 7 = 3), one integer, two integer, CHECK (num_nonnulls(one, two) = 1),
      tags text[] NOT NULL CHECK (cardinality(tags) BETWEEN 3 AND 5), extra jsonb NOT NULL CHECK (extra ? 'name'),
      at timestamptz NOT NULL CHECK (at >= '2031-01-01')))"));
}

TEST(RowMaker, looks_into_functions_and_generated_columns) {
  TestDatabase database;
  expect_full(filled(database, R"(
    CREATE FUNCTION is_code(text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
      BEGIN RETURN $1 LIKE 'id\_%' AND length($1) >= 7; END $$;
    CREATE DOMAIN code AS text CHECK (is_code(VALUE));
    CREATE TABLE t (id code NOT NULL, other text NOT NULL CHECK (is_code(other)), data jsonb NOT NULL,
                    number integer GENERATED ALWAYS AS ((data ->> 'number')::integer) STORED PRIMARY KEY,
                    title text GENERATED ALWAYS AS (lower(data ->> 'title')) STORED NOT NULL))"));
}

TEST(RowMaker, satisfies_keys_and_references) {
  TestDatabase database;
  expect_full(filled(database, R"(
    CREATE TABLE a_child (id serial PRIMARY KEY, parent integer NOT NULL, again integer NOT NULL,
                          level smallint NOT NULL UNIQUE, flag boolean, CHECK (again <> 4));
    CREATE TABLE parent (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, up integer REFERENCES parent,
                         x integer NOT NULL, y text NOT NULL, UNIQUE (x, y), favourite integer REFERENCES a_child);
    ALTER TABLE a_child ADD FOREIGN KEY (parent) REFERENCES parent, ADD FOREIGN KEY (again) REFERENCES parent;
    CREATE TABLE own (id integer PRIMARY KEY, up integer NOT NULL REFERENCES own DEFERRABLE INITIALLY DEFERRED);
    CREATE TABLE pair (x integer NOT NULL, y text NOT NULL, FOREIGN KEY (x, y) REFERENCES parent (x, y) MATCH FULL);
    CREATE TABLE booking (room integer NOT NULL, during tstzrange NOT NULL, double_id integer GENERATED ALWAYS AS (room * 2) STORED,
                          EXCLUDE USING gist (during WITH &&));
    CREATE UNIQUE INDEX ON booking (lower(room::text));
    CREATE TABLE token (hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32));
    CREATE TABLE nothing ())"));
}

TEST(RowMaker, finds_rows_within_the_bounds_of_partitions) {
  TestDatabase database;
  expect_full(filled(database, R"(
    CREATE TABLE l (region text, n integer) PARTITION BY LIST (region);
    CREATE TABLE l_1 PARTITION OF l FOR VALUES IN ('north', 'south') PARTITION BY RANGE (n);
    CREATE TABLE l_1_low PARTITION OF l_1 FOR VALUES FROM (MINVALUE) TO (100);
    CREATE TABLE l_1_high PARTITION OF l_1 FOR VALUES FROM (1000) TO (1010);
    CREATE TABLE l_rest PARTITION OF l DEFAULT;
    CREATE TABLE r (at timestamptz NOT NULL, id uuid NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
    CREATE TABLE r_1 PARTITION OF r FOR VALUES FROM ('1999-01-01') TO ('1999-02-01');
    CREATE TABLE h (id integer) PARTITION BY HASH (id);
    CREATE TABLE h_0 PARTITION OF h FOR VALUES WITH (MODULUS 3, REMAINDER 0);
    CREATE TABLE h_2 PARTITION OF h FOR VALUES WITH (MODULUS 3, REMAINDER 2);
    CREATE TABLE to_r (id uuid NOT NULL, at timestamptz NOT NULL, FOREIGN KEY (id, at) REFERENCES r))"));
}

TEST(RowMaker, keeps_triggers_and_rules_asleep_and_then_as_they_were) {
  TestDatabase database;
  database.run_sql(R"(
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE TABLE t (id integer);
    CREATE TRIGGER a BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION refuse();
    CREATE TRIGGER b BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION refuse();
    ALTER TABLE t DISABLE TRIGGER b;
    CREATE TRIGGER c AFTER INSERT ON t EXECUTE FUNCTION refuse();
    ALTER TABLE t ENABLE ALWAYS TRIGGER c;
    CREATE TABLE u (id integer);
    CREATE RULE r AS ON INSERT TO u DO INSTEAD NOTHING;
    CREATE FUNCTION frozen() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION frozen())");
  const std::string before = database.dump();
  expect_full(make_rows(database.url()));
  EXPECT_EQ(database.dump(), before);
  EXPECT_EQ(database.run_sql("SELECT count(*) FROM u"), "3\n");
}

TEST(RowMaker, says_why_a_table_stays_empty) {
  TestDatabase database;
  const std::vector<FilledTable> tables = filled(database, R"(
    CREATE TABLE a_impossible (id integer CONSTRAINT never CHECK (false));
    CREATE TABLE b (id integer PRIMARY KEY, a integer NOT NULL UNIQUE);
    CREATE TABLE c (id integer PRIMARY KEY, b integer NOT NULL CONSTRAINT to_b REFERENCES b);
    ALTER TABLE b ADD CONSTRAINT to_c FOREIGN KEY (a) REFERENCES c)");
  ASSERT_EQ(tables.size(), 3U);
  EXPECT_EQ(tables[0].rows, 0U);
  EXPECT_NE(tables[0].reason.find("never"), std::string::npos) << tables[0].reason;
  EXPECT_EQ(tables[1].reason, "to_c: no row to refer to in public.c");
}

TEST(RowMaker, makes_the_same_rows_again) {
  const std::string sql =
      "CREATE TABLE t (id integer PRIMARY KEY, a text CHECK (length(a) > 9), b numeric CHECK (b > 7))";
  const std::string query = "SELECT string_agg(t::text, ';' ORDER BY id) FROM t";
  TestDatabase one;
  TestDatabase other;
  expect_full(filled(one, sql));
  expect_full(filled(other, sql));
  EXPECT_EQ(one.run_sql(query), other.run_sql(query));
}

class ContentsTest : public ::testing::Test {
 protected:
  /// What is lost when `change` runs on two tables with rows.
  std::vector<Loss> after(const std::string& change) {
    database.run_sql(R"(
      CREATE TABLE t (id integer PRIMARY KEY, a text, b integer, twice integer GENERATED ALWAYS AS (b * 2) STORED);
      CREATE TABLE q (a integer, b integer);
      CREATE TABLE p (id integer) PARTITION BY LIST (id); 
      CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
      INSERT INTO t VALUES (1, 'x', 5), (2, NULL, NULL); INSERT INTO p VALUES (1))");
    Connection connection{database.url()};
    const Contents before = read_contents(connection);
    database.run_sql(change);
    return losses(before, read_contents(connection));
  }

  TestDatabase database;
};

TEST_F(ContentsTest, of_a_careful_change_are_all_there) {
  const std::vector<Loss> lost = after(
      "ALTER TABLE t ADD c integer DEFAULT 7, ALTER id TYPE bigint; CREATE TABLE u (); ALTER TABLE p DETACH "
      "PARTITION p_1;"
      "ALTER TABLE t DROP twice, ADD twice integer GENERATED ALWAYS AS (id) STORED; DROP TABLE p");
  EXPECT_TRUE(lost.empty()) << lost.front().what;
}

TEST_F(ContentsTest, miss_what_was_made_again) {
  std::vector<Loss> lost = after(
      "CREATE TABLE n AS TABLE t; DROP TABLE t; ALTER TABLE n RENAME TO t; ALTER TABLE q DROP b, ADD b "
      "integer");
  ASSERT_EQ(lost.size(), 2U);
  EXPECT_EQ(lost[0].what, "column public.q.b was number 2 and is 3");
}

}  // namespace
}  // namespace schemac::testing
