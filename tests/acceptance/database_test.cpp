// Database on a real server: what is returned, deadlines, what is tried again, and what becomes of a COMMIT
// on which the connection breaks.
#include "schemac/database.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "schemac/error.hpp"
#include "support/fault_proxy.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using testing::caught;
using testing::contains;
using testing::FaultProxy;
using testing::Stopwatch;

class DatabaseTest : public testing::PeopleTest {
 protected:
  Config config() const {
    Config config;
    config.database_url = proxy.connection_string(database.name());
    config.pool.min = 1;
    config.pool.max = 4;
    config.deadline_ms = 5000;
    return config;
  }

  static std::int64_t number(Executor& on, std::string_view sql) {
    const Result result = on.execute(sql);
    return RowReader{result, 0}.next<std::int64_t>();
  }

  FaultProxy proxy{testing::server()};
  Database db = Database::open(config());
};

TEST_F(DatabaseTest, returns_what_the_function_returns) {
  db.transaction([&](Transaction& tx) { insert(tx, 1, "Ada"); });
  const std::string name = db.transaction([&](Transaction& tx) {
    insert(tx, 2, "Grace");
    return std::string{"done"};
  });
  EXPECT_EQ(name, "done");
  EXPECT_EQ(db.read([](Executor& on) { return number(on, "SELECT count(*) FROM people"); }), 2);
  EXPECT_EQ(number(db.replica(), "SELECT count(*) FROM people"), 2) << "without replicas the primary serves";
}

TEST_F(DatabaseTest, rolls_back_when_the_function_throws) {
  EXPECT_THROW(db.transaction([&](Transaction& tx) {
    insert(tx, 1, "Ada");
    throw std::runtime_error("no");
  }),
               std::runtime_error);
  EXPECT_EQ(people(), 0);
  EXPECT_EQ(db.pool().status().broken, 0U);
}

TEST_F(DatabaseTest, a_read_opens_no_transaction) {
  EXPECT_THROW(
      db.read([](Executor& on) { on.execute("SET LOCAL statement_timeout = 0"), on.execute("SAVEPOINT a"); }),
      Error);
}

TEST_F(DatabaseTest, ends_at_the_deadline_and_names_it) {
  const Stopwatch watch;
  auto read = caught<TimeoutError>(
      [&] { db.read({.deadline_ms = 100}, [](Executor& on) { on.execute("SELECT pg_sleep(20)"); }); });
  EXPECT_TRUE(contains(read.what(), "the deadline of 100 ms has passed")) << read.what();
  auto work = caught<TimeoutError>([&] {
    db.transaction({.deadline_ms = 100}, [](Transaction& tx) { tx.execute("SELECT pg_sleep(20)"); });
  });
  EXPECT_EQ(work.sqlstate(), "57014");
  EXPECT_LT(watch.seconds(), 2);
}

TEST_F(DatabaseTest, ends_at_the_deadline_when_nothing_comes_over_the_network) {
  db.read([](Executor& on) { on.execute("SELECT 1"); });
  const Stopwatch watch;
  auto error = caught<TimeoutError>([&] {
    db.transaction({.deadline_ms = 300}, [&](Transaction& tx) {
      proxy.swallow(true);
      tx.execute("SELECT 1");
    });
  });
  EXPECT_LT(watch.seconds(), 1.5);
  EXPECT_TRUE(contains(error.what(), "deadline of 300 ms")) << error.what();
  proxy.swallow(false);
  EXPECT_EQ(db.read([](Executor& on) { return number(on, "SELECT 7::bigint"); }), 7);
}

TEST_F(DatabaseTest, tries_serialization_failures_again_where_that_was_asked_for) {
  insert(connection, 1, "Ada");
  int calls = 0;
  const auto work = [&](Transaction& tx) {
    number(tx, "SELECT count(*) FROM people");
    if (++calls == 1) connection.execute("UPDATE people SET age = 1");
    tx.execute("UPDATE people SET age = 2");
  };
  EXPECT_THROW(db.transaction({.isolation = Isolation::repeatable_read}, work), QueryError);
  EXPECT_EQ(calls, 1);
  calls = 0;
  db.transaction({.isolation = Isolation::repeatable_read, .attempts = 3}, work);
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(count("SELECT age::bigint FROM people"), 2);
}

TEST_F(DatabaseTest, never_tries_again_what_would_fail_again) {
  insert(connection, 1, "Ada");
  int calls = 0;
  EXPECT_THROW(db.transaction({.attempts = 5},
                              [&](Transaction& tx) {
                                ++calls;
                                insert(tx, 1, "Ada");
                              }),
               ConstraintError);
  EXPECT_EQ(calls, 1);
}

TEST_F(DatabaseTest, tries_again_when_the_connection_breaks_before_commit) {
  int calls = 0;
  db.transaction({.attempts = 3}, [&](Transaction& tx) {
    insert(tx, 1, "Ada");
    if (++calls == 1) {
      proxy.cut();
      EXPECT_THROW(tx.execute("SELECT pg_sleep(1)"), ConnectionError);
    }
  });
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(people(), 1);
}

TEST_F(DatabaseTest, finds_out_that_a_commit_was_made) {
  proxy.upon_commit(FaultProxy::Upon::cut_after);
  int calls = 0;
  db.transaction({.attempts = 3}, [&](Transaction& tx) {
    ++calls;
    insert(tx, calls, "Ada");
  });
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(people(), 1);
}

TEST_F(DatabaseTest, finds_out_that_a_commit_was_not_made) {
  proxy.upon_commit(FaultProxy::Upon::cut_before);
  auto error =
      caught<ConnectionError>([&] { db.transaction([&](Transaction& tx) { insert(tx, 1, "Ada"); }); });
  EXPECT_TRUE(contains(error.what(), "rolled back")) << error.what();
  EXPECT_EQ(people(), 0);

  proxy.upon_commit(FaultProxy::Upon::cut_before);
  int calls = 0;
  db.transaction({.attempts = 2}, [&](Transaction& tx) { insert(tx, ++calls, "Ada"); });
  EXPECT_EQ(calls, 2);
  EXPECT_EQ(people(), 1);
}

TEST_F(DatabaseTest, says_that_a_commit_is_unknown_when_nobody_can_tell) {
  Config single = config();
  single.pool.max = 1;
  Database other = Database::open(single);
  const Stopwatch watch;
  auto error = caught<CommitUnknown>([&] {
    other.transaction({.deadline_ms = 600}, [&](Transaction& tx) {
      insert(tx, 1, "Ada");
      proxy.reject(true);
      proxy.upon_commit(FaultProxy::Upon::cut_after);
    });
  });
  EXPECT_LT(watch.seconds(), 2);
  EXPECT_TRUE(contains(error.what(), "may be committed or not")) << error.what();
  proxy.reject(false);
}

TEST_F(DatabaseTest, names_the_time_limits_of_the_server) {
  auto statement = caught<TimeoutError>([&] {
    db.transaction([](Transaction& tx) {
      tx.execute("SET LOCAL statement_timeout = '50ms'");
      tx.execute("SELECT pg_sleep(20)");
    });
  });
  EXPECT_TRUE(contains(statement.what(), "statement timeout")) << statement.what();

  Transaction holder = connection.begin();
  holder.execute("LOCK TABLE people");
  int calls = 0;
  auto lock = caught<QueryError>([&] {
    db.transaction({.attempts = 2}, [&](Transaction& tx) {
      ++calls;
      tx.execute("SET LOCAL lock_timeout = '50ms'");
      tx.execute("SELECT * FROM people");
    });
  });
  EXPECT_EQ(lock.sqlstate(), "55P03");
  EXPECT_EQ(calls, 2) << "a lock may be free the next time";

  auto idle = caught<ConnectionError>([&] {
    db.transaction([](Transaction& tx) {
      tx.execute("SET LOCAL idle_in_transaction_session_timeout = '50ms'");
      std::this_thread::sleep_for(std::chrono::milliseconds{300});
      tx.execute("SELECT 1");
    });
  });
  EXPECT_EQ(idle.sqlstate(), "25P03") << idle.what();
}

TEST_F(DatabaseTest, closes_under_load) {
  Database other = Database::open(config());
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      try {
        for (;;) other.read([](Executor& on) { on.execute("SELECT pg_sleep(0.01)"); });
      } catch (const Error& error) {
        refused += contains(error.what(), "is closed") ? 1 : 0;
      }
    });
  std::this_thread::sleep_for(std::chrono::milliseconds{100});
  EXPECT_TRUE(other.close(5'000)) << "what is under way ends by itself";
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(refused, 8);
}

TEST_F(DatabaseTest, gives_a_moment_to_read_after) {
  CommitToken first;
  CommitToken second;
  db.transaction({.token = &first}, [&](Transaction& tx) { insert(tx, 1, "Ada"); });
  db.transaction({.token = &second}, [&](Transaction& tx) { insert(tx, 2, "Grace"); });
  EXPECT_GT(first.position, 0U);
  EXPECT_LT(first.position, second.position);
}

TEST_F(DatabaseTest, refuses_at_once_while_the_server_does_not_answer) {
  Config empty = config();
  empty.pool.min = 0;
  Database other = Database::open(empty);
  proxy.reject(true);
  proxy.cut();
  bool open = false;
  for (int i = 0; i < 40 && !open; ++i) {
    try {
      other.read({.deadline_ms = 200}, [](Executor& on) { on.execute("SELECT 1"); });
    } catch (const CircuitOpen& error) {
      open = true;
      EXPECT_TRUE(contains(error.what(), "is not asked")) << error.what();
    } catch (const Error&) {  // not reached, or not yet known to be out of reach
    }
  }
  EXPECT_TRUE(open);
  EXPECT_EQ(other.health().overall, HealthState::down);
  EXPECT_EQ(other.read_or([](Executor& on) { return number(on, "SELECT 1::bigint"); },
                          [](const Error&) { return std::int64_t{-1}; }),
            -1);
  proxy.reject(false);
  EXPECT_TRUE(testing::eventually([&] {
    return other.read_or([](Executor& on) { return number(on, "SELECT 1::bigint"); },
                         [](const Error&) { return std::int64_t{-1}; }) == 1;
  }));
  EXPECT_NE(other.health().overall, HealthState::down);
}

TEST_F(DatabaseTest, tells_how_it_is) {
  const Health health = db.health();
  EXPECT_EQ(health.overall, HealthState::healthy);
  ASSERT_EQ(health.parts.size(), 2U);
  EXPECT_EQ(health.parts[0].name, "primary");
  EXPECT_TRUE(contains(health.parts[0].detail, "of 4 connections in use")) << health.parts[0].detail;
  EXPECT_EQ(health.parts[1].detail, "closed");
}

TEST_F(DatabaseTest, wants_tls_outside_development) {
  Config outside = config();
  outside.environment = Environment::production;
  EXPECT_THROW((void)Database::open(outside), ConfigError) << "it says sslmode=disable";
  const std::string disabled = "sslmode=disable ";
  outside.database_url.erase(outside.database_url.find(disabled), disabled.size());
  auto error = caught<ConnectionError>([&] { (void)Database::open(outside); });
  EXPECT_TRUE(contains(error.what(), "does not support SSL")) << error.what();
}

TEST_F(DatabaseTest, does_not_open_where_nothing_is) {
  Config nowhere = config();
  nowhere.database_url = "host=/nowhere dbname=x";
  nowhere.pool.acquire_ms = 100;
  EXPECT_THROW((void)Database::open(nowhere), ConnectionError);
  nowhere.database_url.clear();
  EXPECT_THROW((void)Database::open(nowhere), ConfigError);
}

}  // namespace
}  // namespace schemac
