// What "audit" keeps, on a server: who changed which row, from what and into what; and a chain of entries in
// which no edit goes unseen. The definitions and their generated code stand in tests/cases/targets/audited.
#include <gtest/gtest.h>

#include <thread>

#include "audited/accounts.hpp"
#include "audited/accounts_audit.hpp"
#include "audited/payments.hpp"
#include "audited/payments_audit.hpp"
#include "schemac/connection.hpp"
#include "schemac/database.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace accounts = audited::accounts;
namespace payments = audited::payments;

const std::string kSchema = SCHEMAC_SOURCE_DIR "/tests/cases/targets/audited/expected/schema.sql";

class Audit : public ::testing::Test {
 protected:
  Audit() { database_.run_sql_file(kSchema); }

  /// What the session gets; "refused: " and the reason where the server refuses.
  std::string run(const std::string& sql) {
    try {
      return database_.run_sql(sql);
    } catch (const std::exception& error) {
      const std::string text = error.what();
      const std::size_t begin = text.find("ERROR:") + 8;
      return "refused: " + text.substr(begin, text.find('\n', begin) - begin);
    }
  }

  std::string breaks() { return run("SELECT audit_chain_breaks('payments_audit')"); }

  /// What somebody can do who owns the table, and wants to.
  void tamper(const std::string& sql) {
    run("ALTER TABLE payments_audit DISABLE TRIGGER USER; " + sql +
        "; ALTER TABLE payments_audit ENABLE TRIGGER USER");
  }

  TestDatabase database_;
};

TEST_F(Audit, keeps_what_a_row_was_and_what_it_became) {
  Connection connection(database_.url());
  const accounts::Row row = accounts::insert(connection, {.holder = "Wanjiku"});
  EXPECT_TRUE(accounts::update(connection, row.id, {.balance = Decimal(50)}));
  EXPECT_TRUE(accounts::erase(connection, row.id));

  const auto entries = audited::accounts_audit::page(connection, {.limit = 10}).items;
  ASSERT_EQ(entries.size(), 3u);
  EXPECT_EQ(entries[0].operation, "insert");
  EXPECT_FALSE(entries[0].old_row);
  EXPECT_EQ(entries[0].new_row->text, R"({"id": 1, "balance": 0.00})");
  EXPECT_EQ(entries[1].operation, "update");
  EXPECT_EQ(entries[1].row_key->text, R"({"id": 1})");
  EXPECT_EQ(entries[1].old_row->text, R"({"id": 1, "balance": 0.00})");
  EXPECT_EQ(entries[1].new_row->text, R"({"id": 1, "balance": 50.00})");
  EXPECT_EQ(entries[2].operation, "delete");
  EXPECT_FALSE(entries[2].new_row);
}

TEST_F(Audit, names_whom_a_database_acts_for) {
  Config config;
  config.database_url = database_.url();
  Database db = Database::open(config);
  auto seven = db.as({.settings = {{"audited.user_id", "7"}}});
  seven.transaction([](Transaction& tx) { accounts::insert(tx, {.holder = "Wanjiku"}); });
  seven.read([](Executor& on) { accounts::insert(on, {.holder = "Otieno"}); });
  db.transaction([](Transaction& tx) { accounts::insert(tx, {.holder = "Amina"}); });
  EXPECT_EQ(run("SELECT changed_by FROM accounts_audit ORDER BY id"), "7\n7\npostgres\n");
}

TEST_F(Audit, keeps_no_entry_where_only_excluded_columns_change) {
  run("INSERT INTO accounts (holder) VALUES ('Wanjiku')");
  run("UPDATE accounts SET seen = seen + 1; UPDATE accounts SET balance = balance");
  EXPECT_EQ(run("SELECT count(*) FROM accounts_audit"), "1\n");
}

TEST_F(Audit, keeps_that_personal_data_changed_and_not_what_it_was) {
  run("INSERT INTO accounts (holder) VALUES ('Wanjiku'); UPDATE accounts SET holder = 'Otieno'");
  EXPECT_EQ(run("SELECT operation, old_row = new_row, old_row ? 'holder' FROM accounts_audit ORDER BY id"),
            "insert||\nupdate|t|f\n");
}

TEST_F(Audit, knows_who_it_was) {
  run("SET audited.user_id = '7'; INSERT INTO accounts (holder) VALUES ('a')");
  run("INSERT INTO accounts (holder) VALUES ('b')");
  EXPECT_EQ(run("SELECT changed_by = '7', changed_by = session_user FROM accounts_audit ORDER BY id"),
            "t|f\nf|t\n");
}

TEST_F(Audit, keeps_that_a_table_was_emptied) {
  run("INSERT INTO accounts (holder) VALUES ('a'); TRUNCATE accounts");
  EXPECT_EQ(run("SELECT operation, row_key IS NULL FROM accounts_audit ORDER BY id"),
            "insert|f\ntruncate|t\n");
}

TEST_F(Audit, is_kept_beside_its_table_in_any_schema) {
  run("INSERT INTO vault.secrets (what) VALUES ('x')");
  EXPECT_EQ(run("SELECT new_row->>'what' FROM vault.secrets_audit"), "x\n");
}

TEST_F(Audit, is_written_for_those_who_may_not_touch_it) {
  EXPECT_EQ(run("SET ROLE audited_teller; INSERT INTO accounts (holder) VALUES ('a')"), "");
  EXPECT_EQ(run("SELECT count(*) FROM accounts_audit"), "1\n");
  for (const std::string sql :
       {"SELECT FROM accounts_audit", "DELETE FROM accounts_audit",
        "INSERT INTO accounts_audit (changed_by, operation) VALUES ('me', 'insert')"}) {
    EXPECT_EQ(run("SET ROLE audited_teller; " + sql), "refused: permission denied for table accounts_audit");
  }
}

// Whoever may make a temporary table may call audit_change() from it, under any name.
TEST_F(Audit, takes_no_entry_from_another_table) {
  EXPECT_EQ(run("SET ROLE audited_teller; CREATE TEMPORARY TABLE accounts (id integer); "
                "CREATE TRIGGER audit AFTER INSERT ON pg_temp.accounts FOR EACH ROW "
                "EXECUTE FUNCTION audit_change('id', '', ''); INSERT INTO pg_temp.accounts VALUES (1)")
                .substr(0, 17),
            "refused: relation");
  EXPECT_EQ(run("SELECT count(*) FROM accounts_audit"), "0\n");
}

TEST_F(Audit, chain_shows_every_edit) {
  run("INSERT INTO payments SELECT 2026, n, 10 * n, '2026-01-01 12:00+03' FROM generate_series(1, 5) n");
  EXPECT_EQ(breaks(), "");
  EXPECT_EQ(run("SET TimeZone = 'Africa/Nairobi'; SET bytea_output = 'escape'; "
                "SELECT audit_chain_breaks('payments_audit')"),
            "")
      << "whatever the session's settings";

  tamper("UPDATE payments_audit SET new_row = new_row || '{\"amount\": 1}' WHERE id = 2");
  EXPECT_EQ(breaks(), "2\n");
  // A new hash for the edited entry does not help: the next one holds the old one.
  tamper(
      "UPDATE payments_audit SET hash = sha256(convert_to((to_jsonb(payments_audit) - 'hash')::text, "
      "'UTF8')) "
      "WHERE id = 2");
  EXPECT_EQ(run("SELECT count(*) FROM audit_chain_breaks('payments_audit')"), "1\n");
}

TEST_F(Audit, chain_shows_what_was_removed) {
  run("INSERT INTO payments SELECT 2026, n, 10 * n FROM generate_series(1, 5) n");
  tamper("DELETE FROM payments_audit WHERE id = 3");
  EXPECT_EQ(breaks(), "4\n");
}

TEST_F(Audit, chained_entries_cannot_be_changed) {
  run("INSERT INTO payments VALUES (2026, 1, 10)");
  for (const std::string sql : {"UPDATE payments_audit SET changed_by = 'x'", "DELETE FROM payments_audit",
                                "TRUNCATE payments_audit"}) {
    EXPECT_EQ(run(sql), "refused: public.payments_audit is append-only");
  }
}

TEST_F(Audit, chain_holds_whatever_writes_at_once) {
  constexpr int kWriters = 4;
  constexpr int kPayments = 25;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([this, writer] {
      Connection connection(database_.url());
      for (int number = 1; number <= kPayments; ++number) {
        payments::insert(
            connection,
            {.year = static_cast<std::int16_t>(2000 + writer), .number = number, .amount = Decimal(number)});
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(run("SELECT count(*), max(id) FROM payments_audit"), "100|100\n");
  EXPECT_EQ(breaks(), "");
}

// A snapshot from before the last entry would make a second one of its number.
TEST_F(Audit, chain_asks_for_a_new_try_where_a_snapshot_is_too_old) {
  Connection connection(database_.url());
  Transaction old = connection.begin({.isolation = Isolation::repeatable_read});
  EXPECT_EQ(payments::count(old), 0);
  run("INSERT INTO payments VALUES (2026, 1, 10)");
  try {
    payments::insert(old, {.year = std::int16_t{2026}, .number = 2, .amount = Decimal(5)});
    FAIL() << "two entries of one number";
  } catch (const QueryError& error) {
    EXPECT_EQ(error.sqlstate(), "40001");
  }
}

}  // namespace
}  // namespace schemac::testing
