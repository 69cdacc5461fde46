// Partitioned tables and rows that expire, on a server. The definitions and their generated code stand in
// tests/cases/targets/upkeep.
#include <gtest/gtest.h>

#include "schemac/connection.hpp"
#include "schemac/transaction.hpp"
#include "support/postgres.hpp"
#include "upkeep/accounts.hpp"
#include "upkeep/bills.hpp"
#include "upkeep/cells.hpp"
#include "upkeep/readers.hpp"
#include "upkeep/tokens.hpp"
#include "upkeep/visits.hpp"

namespace schemac::testing {
namespace {

namespace visits = upkeep::visits;

const std::string kSchema = SCHEMAC_SOURCE_DIR "/tests/cases/targets/upkeep/expected/schema.sql";

class Upkeep : public ::testing::Test {
 protected:
  Upkeep() { database_.run_sql_file(kSchema); }

  std::string run(const std::string& sql) { return database_.run_sql(sql); }

  TestDatabase database_;
  Connection connection_{(database_.url())};
};

TEST_F(Upkeep, partitions_are_those_of_the_definitions) {
  EXPECT_EQ(
      run("SELECT inhrelid::regclass, pg_get_expr(relpartbound, c.oid) FROM pg_inherits JOIN pg_class c "
          "ON c.oid = inhrelid WHERE relkind = 'r' ORDER BY inhrelid::regclass::text COLLATE \"C\""),
      "accounts_capital|FOR VALUES IN ('nairobi')\n"
      "accounts_coast|FOR VALUES IN ('mombasa')\n"
      "accounts_default|DEFAULT\n"
      "bills_after_2026|FOR VALUES FROM ('2027-01-01') TO (MAXVALUE)\n"
      "bills_before_2026|FOR VALUES FROM (MINVALUE) TO ('2026-01-01')\n"
      "bills_y2026|FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')\n"
      "people_ann|FOR VALUES IN ('ann')\n"
      "people_default|DEFAULT\n"
      "readers_0|FOR VALUES WITH (modulus 2, remainder 0)\n"
      "readers_1|FOR VALUES WITH (modulus 2, remainder 1)\n"
      "visits_default|DEFAULT\n");
  EXPECT_EQ(run("SELECT oid::regclass, pg_get_partkeydef(oid) FROM pg_class WHERE relkind = 'p' ORDER BY 1"),
            "accounts|LIST (county)\nbills|RANGE (moved_on)\npeople|LIST (lower(name))\nreaders|HASH (id)\n"
            "visits|RANGE (occurred_at)\n");
}

// What an ATTACH makes by itself would be there beside what the definitions name.
TEST_F(Upkeep, partitions_have_what_postgres_would_give_them) {
  const std::string parts =
      "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = '%'::regclass "
      "UNION ALL SELECT indexrelid::regclass::text, indisvalid::text FROM pg_index WHERE indrelid = "
      "'%'::regclass "
      "UNION ALL SELECT attname, concat(attnotnull, attgenerated, attidentity, pg_get_expr(adbin, adrelid)) "
      "FROM "
      "pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum WHERE attrelid = "
      "'%'::regclass "
      "AND attnum > 0 ORDER BY 1";
  const auto of = [&](const std::string& table) {
    std::string sql = parts;
    for (std::size_t at; (at = sql.find('%')) != std::string::npos;) sql.replace(at, 1, table);
    return run(sql);
  };
  for (const std::string table : {"accounts", "visits"}) {
    const std::string own = table + "_default";
    const std::string ours = of(own);
    run("ALTER TABLE " + table + " DETACH PARTITION " + own + "; DROP TABLE " + own + "; CREATE TABLE " +
        own + " PARTITION OF " + table + " DEFAULT");
    EXPECT_EQ(ours, of(own));
  }
}

TEST_F(Upkeep, a_partitioned_table_is_read_and_written_as_one) {
  const auto reader = upkeep::readers::insert(connection_, {.name = "Wanjiku"});
  const visits::Row visit = visits::insert(connection_, {.reader_id = reader.id, .seconds = 5});
  EXPECT_EQ(visits::find(connection_, visits::key_of(visit)), visit);
  EXPECT_TRUE(visits::update(connection_, visits::key_of(visit), {.seconds = 6}));
  EXPECT_EQ(visits::page(connection_, {.limit = 10}).items.at(0).seconds, 6);
  EXPECT_TRUE(upkeep::readers::erase(connection_, reader.id));
  EXPECT_EQ(visits::count(connection_), 0) << "the reference holds in a partition";
}

// As the operator's program does: while the default partition holds rows of a month, its partition takes them
// over.
TEST_F(Upkeep, a_month_takes_its_rows_over) {
  run("INSERT INTO visits (occurred_at) VALUES ('2026-01-15'), ('2026-02-15')");
  run("BEGIN; ALTER TABLE visits DETACH PARTITION visits_default; "
      "CREATE TABLE visits_2026_01 PARTITION OF visits FOR VALUES FROM ('2026-01-01') TO ('2026-02-01'); "
      "WITH moved AS (DELETE FROM visits_default WHERE occurred_at >= '2026-01-01' AND occurred_at < "
      "'2026-02-01' "
      "RETURNING *) INSERT INTO visits OVERRIDING SYSTEM VALUE SELECT * FROM moved; "
      "ALTER TABLE visits ATTACH PARTITION visits_default DEFAULT; COMMIT");
  EXPECT_EQ(run("SELECT tableoid::regclass, count(*) FROM visits GROUP BY 1 ORDER BY 1"),
            "visits_default|1\nvisits_2026_01|1\n");
}

TEST_F(Upkeep, changes_in_a_partition_are_audited_as_those_of_the_table) {
  run("INSERT INTO visits (occurred_at) VALUES ('2026-01-15')");
  run("UPDATE visits_default SET seconds = 9");
  run("DELETE FROM visits_default");
  EXPECT_EQ(run("SELECT operation FROM visits_audit ORDER BY id"), "insert\ndelete\n");
}

TEST_F(Upkeep, expired_rows_go_in_batches_the_oldest_first) {
  run("INSERT INTO tokens (made_at) SELECT now() - n * interval '1 day' FROM generate_series(1, 10) n");
  EXPECT_EQ(upkeep::tokens::erase_expired(connection_, 3), 3);
  EXPECT_EQ(run("SELECT count(*), bool_and(made_at > now() - interval '8 days') FROM tokens"), "7|t\n");
  EXPECT_EQ(upkeep::tokens::erase_expired(connection_, 3), 1);
  EXPECT_EQ(upkeep::tokens::erase_expired(connection_, 3), 0);
  EXPECT_EQ(upkeep::tokens::count(connection_), 6);
}

TEST_F(Upkeep, rows_of_two_keys_expire_and_those_without_a_moment_never_do) {
  run("INSERT INTO cells VALUES (1, 1, now() - interval '1 s'), (1, 2, now() + interval '1 hour'), (2, 1, "
      "NULL)");
  EXPECT_EQ(upkeep::cells::erase_expired(connection_, 100), 1);
  EXPECT_EQ(run("SELECT x, y FROM cells ORDER BY 1, 2"), "1|2\n2|1\n");
}

TEST_F(Upkeep, locked_rows_are_left_for_the_next_time) {
  run("INSERT INTO cells VALUES (1, 1, now() - interval '1 s'), (1, 2, now() - interval '1 s')");
  Connection other(database_.url());
  Transaction open = other.begin();
  open.execute("SELECT FROM cells WHERE y = 1 FOR UPDATE");
  EXPECT_EQ(upkeep::cells::erase_expired(connection_, 100), 1);
  open.rollback();
  EXPECT_EQ(upkeep::cells::erase_expired(connection_, 100), 1);
}

}  // namespace
}  // namespace schemac::testing
