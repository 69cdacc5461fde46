// COMMITs on which everything ends: what a crash leaves behind must not be taken for our own transaction.
#include <gtest/gtest.h>
#include <signal.h>

#include <thread>

#include "schemac/codec/codecs.hpp"
#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "support/cluster.hpp"
#include "support/fault_proxy.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using compiler::scratch::ScratchServer;
using testing::contains;
using testing::eventually;
using testing::FaultProxy;

class CommitTest : public ::testing::Test {
 protected:
  CommitTest() { server.run_sql("postgres", "CREATE TABLE notes (note integer, transaction text)"); }

  Config config() const {
    Config config;
    config.database_url = proxy.connection_string("postgres");
    config.pool.min = config.pool.max = 1;
    config.features.circuit_breaker = false;
    config.deadline_ms = 60'000;
    return config;
  }

  std::string note(Executor& on, int number) {
    const Result result =
        on.execute("INSERT INTO notes VALUES ($1, pg_current_xact_id()::text) RETURNING transaction",
                   Parameters{}.add(number));
    return RowReader{result, 0}.next<std::string>();
  }

  /// What the log holds in memory stays there until a COMMIT, so that a crash loses it.
  ScratchServer server{
      {{"synchronous_commit", "on"}, {"wal_writer_delay", "10s"}, {"wal_writer_flush_after", "1GB"}}};
  FaultProxy proxy{server};
};

TEST_F(CommitTest, a_number_that_a_crash_gave_away_again_is_not_ours) {
  Database db = Database::open(config());
  std::string ours;
  std::string message;
  std::thread caller{[&] {
    try {
      db.transaction([&](Transaction& tx) {
        ours = note(tx, 1);
        proxy.upon_commit(FaultProxy::Upon::cut_before);
        proxy.reject(true);
      });
    } catch (const CommitUnknown& unknown) {
      message = unknown.what();
    }
  }};
  EXPECT_TRUE(eventually([&] { return contains(db.pool().status().connect_failure, "cannot connect"); }));
  server.stop(SIGQUIT);
  server.start_again();
  Connection other{server.connection_string()};
  std::string theirs;
  for (int i = 0; i < 1000 && theirs != ours; ++i) theirs = note(other, 2);
  EXPECT_EQ(theirs, ours) << "the crash was to lose the number";
  proxy.reject(false);
  caller.join();
  EXPECT_TRUE(contains(message, "has crashed")) << message;
}

TEST_F(CommitTest, a_frozen_server_that_may_commit_later_is_not_taken_for_a_rollback) {
  server.run_sql("postgres", R"(
    CREATE TABLE late (x integer);
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(1); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION linger())");
  Config two = config();
  two.pool.max = 2;
  Database db = Database::open(two);
  std::string backend;
  std::thread freezer{[&] {
    const std::string committing =
        "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query ILIKE 'commit%'";
    EXPECT_TRUE(eventually([&] { return !(backend = server.run_sql("postgres", committing)).empty(); }));
    ::kill(std::stoi(backend), SIGSTOP);
  }};
  std::string message;
  try {
    db.transaction({.deadline_ms = 4'000},
                   [&](Transaction& tx) { tx.execute("INSERT INTO late VALUES (1)"); });
  } catch (const CommitUnknown& unknown) {
    message = unknown.what();
  }
  freezer.join();
  ::kill(std::stoi(backend), SIGCONT);
  EXPECT_TRUE(contains(message, "it is in progress")) << message;
}

}  // namespace
}  // namespace schemac
