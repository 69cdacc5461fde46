// Transactions and savepoints on a real server: what they keep and undo, and what they say when they are
// misused or fail.
#include "schemac/transaction.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

#include "schemac/error.hpp"
#include "support/people.hpp"
#include "support/postgres.hpp"

namespace schemac {
namespace {

using testing::caught;
using testing::contains;

class TransactionTest : public testing::PeopleTest {};

TEST_F(TransactionTest, names_the_deferred_constraint_that_fails_the_commit) {
  auto error = caught<ConstraintError>([&] {
    connection.transaction([](Transaction& tx) { tx.execute("INSERT INTO pets VALUES (1, 99)"); });
  });
  EXPECT_EQ(error.sqlstate(), "23503");
  EXPECT_EQ(error.constraint(), "pets_owner_fkey");
  EXPECT_EQ(error.table(), "pets");
  EXPECT_TRUE(contains(error.what(), "violates foreign key constraint")) << error.what();
  EXPECT_EQ(count("SELECT count(*) FROM pets"), 0);
}

TEST_F(TransactionTest, commits_on_return_and_returns_the_value) {
  int answer = connection.transaction([&](Transaction& tx) {
    insert(tx, 1, "Ada");
    return 42;
  });
  EXPECT_EQ(answer, 42);
  EXPECT_EQ(people(), 1);
}

TEST_F(TransactionTest, rolls_back_on_a_throw) {
  EXPECT_THROW(connection.transaction([&](Transaction& tx) {
    insert(tx, 1, "Ada");
    throw std::runtime_error{"changed my mind"};
  }),
               std::runtime_error);
  EXPECT_EQ(people(), 0);
}

TEST_F(TransactionTest, rolls_back_a_transaction_that_nobody_ended) {
  {
    Transaction tx = connection.begin();
    insert(tx, 1, "Ada");
  }
  EXPECT_EQ(people(), 0);
}

TEST_F(TransactionTest, applies_isolation_read_only_and_deferrable) {
  connection.transaction(
      {.isolation = Isolation::serializable, .read_only = true, .deferrable = true}, [](Transaction& tx) {
        Result result = tx.execute(
            "SELECT current_setting('transaction_isolation'), current_setting('transaction_read_only'), "
            "current_setting('transaction_deferrable')");
        RowReader row{result, 0};
        EXPECT_EQ(row.next<std::string>(), "serializable");
        EXPECT_EQ(row.next<std::string>(), "on");
        EXPECT_EQ(row.next<std::string>(), "on");
      });
  auto error = caught<QueryError>(
      [&] { connection.transaction({.read_only = true}, [&](Transaction& tx) { insert(tx, 1, "Ada"); }); });
  EXPECT_EQ(error.sqlstate(), "25006");
  connection.transaction({.isolation = Isolation::repeatable_read}, [](Transaction& tx) {
    Result result = tx.execute("SELECT current_setting('transaction_isolation')");
    EXPECT_EQ((RowReader{result, 0}.next<std::string>()), "repeatable read");
  });
}

TEST_F(TransactionTest, serialization_failures_carry_their_sqlstate) {
  insert(connection, 1, "Ada");
  Connection other{database.url()};
  Transaction first = connection.begin({.isolation = Isolation::repeatable_read});
  first.execute("SELECT * FROM people");
  other.execute("UPDATE people SET age = 1");
  auto error = caught<QueryError>([&] { first.execute("UPDATE people SET age = 2"); });
  EXPECT_EQ(error.sqlstate(), "40001");
}

TEST_F(TransactionTest, serialization_failures_at_commit_carry_their_sqlstate) {
  Connection other{database.url()};
  Transaction first = connection.begin({.isolation = Isolation::serializable});
  Transaction second = other.begin({.isolation = Isolation::serializable});
  first.execute("SELECT count(*) FROM people");
  second.execute("SELECT count(*) FROM people");
  insert(first, 1, "Ada");
  insert(second, 2, "Grace");
  first.commit();
  auto error = caught<QueryError>([&] { second.commit(); });
  EXPECT_EQ(error.sqlstate(), "40001");
  EXPECT_FALSE(second.active());
  EXPECT_EQ(people(), 1);
}

TEST_F(TransactionTest, savepoints_keep_or_undo_their_part) {
  connection.transaction([&](Transaction& tx) {
    insert(tx, 1, "kept");
    {
      auto savepoint = tx.savepoint();
      insert(tx, 2, "dropped by the destructor");
    }
    auto outer = tx.savepoint();
    insert(tx, 3, "kept");
    auto inner = tx.savepoint();
    insert(tx, 4, "undone");
    inner.rollback();
    outer.release();
  });
  EXPECT_EQ(people(), 2);
}

TEST_F(TransactionTest, a_savepoint_rescues_a_failed_transaction) {
  connection.transaction([&](Transaction& tx) {
    insert(tx, 1, "Ada");
    auto savepoint = tx.savepoint();
    EXPECT_THROW(insert(tx, 1, "Ada"), ConstraintError);
    auto refused = caught<UsageError>([&] { insert(tx, 2, "Grace"); });
    EXPECT_EQ(refused.sqlstate(), "25P02");
    EXPECT_TRUE(contains(refused.what(), "people_pkey")) << refused.what();
    EXPECT_THROW(savepoint.release(), UsageError);
    savepoint.rollback();
    insert(tx, 2, "Grace");
  });
  EXPECT_EQ(people(), 2);
}

TEST_F(TransactionTest, savepoints_refuse_the_wrong_order_and_a_second_end) {
  Transaction tx = connection.begin();
  auto outer = tx.savepoint();
  auto inner = tx.savepoint();
  EXPECT_TRUE(contains(caught<UsageError>([&] { outer.release(); }).what(), "inside this one"));
  outer.rollback();
  EXPECT_THROW(inner.release(), UsageError);
  EXPECT_THROW(outer.rollback(), UsageError);
  tx.execute("SELECT 1");
}

TEST_F(TransactionTest, a_savepoint_may_outlive_its_transaction) {
  Transaction tx = connection.begin();
  auto savepoint = tx.savepoint();
  tx.commit();
  EXPECT_THROW(savepoint.release(), UsageError);
  Transaction next = connection.begin();
  auto other = next.savepoint();
  EXPECT_THROW(savepoint.rollback(), UsageError);
}

TEST_F(TransactionTest, refuses_a_transaction_after_its_end) {
  Transaction tx = connection.begin();
  tx.commit();
  auto error = caught<UsageError>([&] { tx.execute("SELECT 1"); });
  EXPECT_TRUE(contains(error.what(), "has ended")) << error.what();
  EXPECT_THROW(tx.commit(), UsageError);
  EXPECT_THROW(tx.rollback(), UsageError);
  EXPECT_THROW(tx.savepoint(), UsageError);
}

TEST_F(TransactionTest, refuses_to_commit_what_has_failed) {
  auto error = caught<UsageError>([&] {
    connection.transaction([&](Transaction& tx) {
      insert(tx, 1, "Ada");
      EXPECT_THROW(tx.execute("SELECT 1 / 0"), QueryError);
    });
  });
  EXPECT_TRUE(contains(error.what(), "division by zero")) << error.what();
  EXPECT_EQ(people(), 0);
}

TEST_F(TransactionTest, refuses_statements_beside_and_inside_the_open_transaction) {
  {
    Transaction tx = connection.begin();
    EXPECT_THROW(connection.execute("SELECT 1"), UsageError);
    EXPECT_THROW(connection.execute_script("SELECT 1"), UsageError);
    EXPECT_THROW((void)connection.begin(), UsageError);
    tx.execute("SELECT 1");
    EXPECT_THROW(tx.execute("COMMIT"), UsageError);
    EXPECT_FALSE(tx.active());
  }
  EXPECT_THROW(connection.execute("BEGIN"), UsageError);
  EXPECT_THROW(connection.execute_script("BEGIN; INSERT INTO people VALUES (1, 'Ada')"), UsageError);
  EXPECT_EQ(people(), 0);
}

TEST_F(TransactionTest, a_backend_terminated_in_a_transaction_is_a_connection_error) {
  Connection other{database.url()};
  Transaction tx = connection.begin();
  insert(tx, 1, "Ada");
  auto savepoint = tx.savepoint();
  other.execute("SELECT pg_terminate_backend($1)", Parameters{}.add(connection.backend_pid()));
  EXPECT_THROW(for (int i = 0; i < 100; ++i) tx.execute("SELECT pg_sleep(0.01)"), ConnectionError);
  EXPECT_THROW(tx.commit(), ConnectionError);
  Result result = other.execute("SELECT count(*) FROM people");
  EXPECT_EQ((RowReader{result, 0}.next<std::int64_t>()), 0);
}

TEST_F(TransactionTest, a_connection_that_breaks_during_commit_leaves_its_outcome_unknown) {
  Connection other{database.url()};
  Transaction tx = connection.begin();
  insert(tx, 1, "Ada");
  Parameters wait_for_its_end;
  wait_for_its_end.add(connection.backend_pid()).add(std::int64_t{5000});
  other.execute("SELECT pg_terminate_backend($1, $2)", wait_for_its_end);
  auto error = caught<CommitUnknown>([&] { tx.commit(); });
  EXPECT_EQ(error.code(), ErrorCode::connection);
  EXPECT_FALSE(tx.active());
}

}  // namespace
}  // namespace schemac
