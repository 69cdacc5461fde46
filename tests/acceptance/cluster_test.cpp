// A primary and a standby: who serves which read, that nobody misses what he has written, and what a
// fail-over looks like from here.
#include <gtest/gtest.h>

#include <csignal>

#include "schemac/codec/codecs.hpp"
#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "support/cluster.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;
using testing::caught;
using testing::contains;
using testing::eventually;
using testing::TestCluster;

struct Seen {
  bool standby = false;
  std::int64_t notes = 0;
};

Seen look(Executor& on) {
  const Result result = on.execute("SELECT pg_is_in_recovery(), (SELECT count(*) FROM notes)");
  RowReader row{result, 0};
  Seen seen;
  seen.standby = row.next<bool>();
  seen.notes = row.next<std::int64_t>();
  return seen;
}

Config config_for(const std::string& primary, const std::string& replica) {
  Config config;
  config.database_url = primary;
  config.replica_urls = {replica};
  config.features.read_replicas = true;
  config.pool.min = 1;
  config.pool.max = 4;
  config.pool.acquire_ms = 2'000;
  config.deadline_ms = 5'000;
  config.monitoring_interval_ms = 20;
  return config;
}

class ClusterTest : public ::testing::Test {
 protected:
  static TestCluster& cluster() {
    static TestCluster cluster;
    return cluster;
  }

  ClusterTest() {
    cluster().primary.run_sql("postgres", "DROP TABLE IF EXISTS notes; CREATE TABLE notes (note integer)");
    EXPECT_TRUE(eventually([&] { return db.read({.after = write(0)}, look).standby; }))
        << db.health().parts[1].detail;
  }

  CommitToken write(int note) {
    CommitToken token;
    db.transaction({.token = &token}, [&](Transaction& tx) {
      tx.execute("INSERT INTO notes VALUES ($1)", Parameters{}.add(note));
    });
    ++written;
    return token;
  }

  std::int64_t written = 0;
  Database db = Database::open(
      config_for(cluster().primary.connection_string(), cluster().standby.connection_string()));
};

TEST_F(ClusterTest, everybody_sees_what_he_has_written) {
  int on_standby = 0;
  for (int i = 0; i < 100; ++i) {
    const CommitToken token = write(i);
    const Seen seen = db.read({.after = token}, look);
    EXPECT_EQ(seen.notes, written);
    on_standby += seen.standby ? 1 : 0;
  }
  EXPECT_FALSE(db.read(look).standby) << "a read that says nothing about time is the primary's";
  EXPECT_TRUE(eventually([&] { return look(db.replica()).standby; }));
  RecordProperty("served_by_the_standby", on_standby);
}

TEST_F(ClusterTest, the_primary_serves_what_the_standby_does_not_have_yet) {
  cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_pause()");
  EXPECT_TRUE(eventually([&] {
    return cluster().standby.run_sql("postgres", "SELECT pg_get_wal_replay_pause_state()") == "paused\n";
  }));
  const std::int64_t before = written;
  const CommitToken token = write(1);
  const Seen mine = db.read({.after = token}, look);
  EXPECT_FALSE(mine.standby);
  EXPECT_EQ(mine.notes, written);
  const Seen old = look(db.replica());
  EXPECT_TRUE(old.standby);
  EXPECT_EQ(old.notes, before) << "what may lag does";
  cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_resume()");
  EXPECT_TRUE(eventually([&] { return db.read({.after = token}, look).standby; }));
}

TEST_F(ClusterTest, a_replica_that_is_far_behind_serves_nobody) {
  Config strict = config_for(cluster().primary.connection_string(), cluster().standby.connection_string());
  strict.replica_lag_bytes = 1'000;
  Database other = Database::open(strict);
  ASSERT_TRUE(eventually([&] { return look(other.replica()).standby; }));
  cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_pause()");
  for (int i = 0; i < 50; ++i) write(i);
  EXPECT_TRUE(eventually([&] { return !look(other.replica()).standby; })) << other.health().parts[1].detail;
  cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_resume()");
  EXPECT_TRUE(eventually([&] { return look(other.replica()).standby; }));
}

TEST_F(ClusterTest, the_primary_serves_while_the_standby_is_away) {
  cluster().standby.stop(SIGQUIT);
  EXPECT_EQ(look(db.replica()).notes, written);
  EXPECT_EQ(db.read({.after = write(1)}, look).notes, written);
  EXPECT_TRUE(eventually([&] { return db.health().parts[1].state == HealthState::down; }));
  EXPECT_EQ(db.health().overall, HealthState::degraded);
  cluster().standby.start_again();
  EXPECT_TRUE(eventually([&] { return look(db.replica()).standby; }));
  EXPECT_TRUE(eventually([&] { return db.health().overall == HealthState::healthy; }));
}

TEST_F(ClusterTest, a_pool_for_writing_takes_no_standby) {
  PoolOptions options;
  options.min = 0;
  Pool pool{cluster().standby.connection_string(), options};
  auto error = caught<ConnectionError>([&] { (void)pool.acquire(2000); });
  EXPECT_EQ(error.sqlstate(), "25006");
  EXPECT_TRUE(contains(error.what(), "takes no writes")) << error.what();
}

TEST_F(ClusterTest, a_write_on_a_replica_is_refused_and_not_tried_elsewhere) {
  auto error = caught<QueryError>([&] {
    db.read({.after = CommitToken{}}, [](Executor& on) { on.execute("INSERT INTO notes VALUES (1)"); });
  });
  EXPECT_EQ(error.sqlstate(), "25006");
}

/// The pair that it takes apart is its own.
TEST(FailOver, writes_go_on_at_the_promoted_standby) {
  TestCluster pair;
  pair.primary.run_sql("postgres", "CREATE TABLE notes (note integer)");
  Database db = Database::open(config_for(pair.either_url(), pair.standby.connection_string()));
  CommitToken token;
  db.transaction({.token = &token}, [](Transaction& tx) { tx.execute("INSERT INTO notes VALUES (1)"); });
  ASSERT_TRUE(eventually([&] { return db.read({.after = token}, look).standby; }));

  pair.primary.stop(SIGQUIT);
  pair.standby.run_sql("postgres", "SELECT pg_promote()");
  const testing::Stopwatch watch;
  EXPECT_TRUE(eventually([&] {
    try {
      db.transaction({.deadline_ms = 500},
                     [](Transaction& tx) { tx.execute("INSERT INTO notes VALUES (2)"); });
      return true;
    } catch (const Error&) {
      return false;
    }
  }));
  RecordProperty("ms_until_the_first_write", static_cast<int>(watch.seconds() * 1000));
  EXPECT_EQ(db.read(look).notes, 2);
  EXPECT_TRUE(eventually([&] { return db.health().parts[1].state == HealthState::down; }));
  EXPECT_TRUE(contains(db.health().parts[1].detail, "promoted")) << db.health().parts[1].detail;
  EXPECT_EQ(look(db.replica()).notes, 2) << "through the pool of the primary now";
}

}  // namespace
}  // namespace schemac
