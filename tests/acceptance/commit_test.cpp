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

/// What became of it, in words, for a transaction whose COMMIT never arrived at a server that then crashed
/// and worked on. `ours` and `theirs`: its number, and the last that was given out afterwards.
struct Crashed {
  std::string said;
  std::string ours;
  std::string theirs;
};

TEST_F(CommitTest, a_number_that_a_crash_gave_away_again_is_not_ours) {
  Database db = Database::open(config());
  const auto crash_during_commit = [&] {
    Crashed found;
    std::thread caller{[&] {
      try {
        db.transaction([&](Transaction& tx) {
          found.ours = note(tx, 1);
          proxy.upon_commit(FaultProxy::Upon::cut_before);
          proxy.reject(true);
        });
      } catch (const ConnectionError& error) {
        found.said = error.what();
      }
    }};
    EXPECT_TRUE(eventually([&] { return contains(db.pool().status().connect_failure, "cannot connect"); }));
    server.stop(SIGQUIT);
    server.start_again();
    Connection other{server.connection_string()};
    for (int i = 0; i < 100 && found.theirs != found.ours; ++i) found.theirs = note(other, 2);
    proxy.reject(false);
    caller.join();
    return found;
  };
  // The log may have been written just before the crash: then the number was kept, and it was a rollback.
  Crashed found = crash_during_commit();
  for (int i = 0; i < 5 && found.theirs != found.ours; ++i) {
    EXPECT_TRUE(contains(found.said, "rolled back")) << found.said;
    found = crash_during_commit();
  }
  ASSERT_EQ(found.theirs, found.ours) << "no crash has lost the number";
  EXPECT_TRUE(contains(found.said, "has crashed")) << found.said;
}

TEST_F(CommitTest, a_frozen_server_that_may_commit_later_is_not_taken_for_a_rollback) {
  server.run_sql("postgres", R"(
    CREATE TABLE late (x integer);
    CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(3); RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER linger AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION linger())");
  Config two = config();
  two.pool.max = 2;
  Database db = Database::open(two);
  int backend = 0;
  std::thread freezer{[&] {
    Connection watching{server.connection_string()};
    EXPECT_TRUE(eventually([&] {
      const Result result = watching.execute(
          "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query ILIKE 'commit%'");
      if (!result.empty()) backend = RowReader{result, 0}.next<std::int32_t>();
      return backend != 0;
    }));
    if (backend != 0) ::kill(backend, SIGSTOP);
  }};
  std::string message;
  try {
    db.transaction({.deadline_ms = 8'000},
                   [&](Transaction& tx) { tx.execute("INSERT INTO late VALUES (1)"); });
  } catch (const CommitUnknown& unknown) {
    message = unknown.what();
  }
  freezer.join();
  if (backend != 0) ::kill(backend, SIGCONT);
  EXPECT_TRUE(contains(message, "it is in progress")) << message;
}

}  // namespace
}  // namespace schemac
