// Pools on a real server: growing and shrinking, waiting in line, broken connections, and what a caller is
// told who gets none.
#include "schemac/pool.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "schemac/error.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;
using testing::caught;
using testing::contains;
using testing::eventually;
using testing::Stopwatch;

class PoolTest : public testing::PeopleTest {
 protected:
  static PoolOptions sized(int min, int max) {
    PoolOptions options;
    options.min = min;
    options.max = max;
    return options;
  }

  void terminate(int backend) {
    connection.execute("SELECT pg_terminate_backend($1, 5000)", Parameters{}.add(backend));
  }
};

TEST_F(PoolTest, lends_connections_that_repositories_work_on) {
  Pool pool{database.url(), sized(1, 2)};
  {
    Lease lease = pool.acquire();
    insert(*lease, 1, "Ada");
    lease->transaction([&](Transaction& tx) { insert(tx, 2, "Grace"); });
    EXPECT_EQ(pool.status().idle, pool.status().open - 1);
  }
  EXPECT_EQ(people(), 2);
  EXPECT_EQ(pool.status().idle, pool.status().open);
}

TEST_F(PoolTest, opens_as_many_as_it_keeps_without_being_asked) {
  Pool pool{database.url(), sized(3, 5)};
  EXPECT_TRUE(eventually([&] { return pool.status().idle == 3; }));
}

TEST_F(PoolTest, grows_with_its_callers_and_shrinks_when_they_are_gone) {
  PoolOptions options = sized(1, 4);
  options.idle_ms = 100;
  Pool pool{database.url(), options};
  {
    std::vector<Lease> leases;
    for (int i = 0; i < 4; ++i) leases.push_back(pool.acquire());
    EXPECT_EQ(pool.status().open, 4);
  }
  EXPECT_TRUE(eventually([&] { return pool.status().open == 1; }));
}

TEST_F(PoolTest, uses_the_same_connection_as_long_as_one_is_enough) {
  Pool pool{database.url(), sized(1, 4)};
  const int first = pool.acquire()->backend_pid();
  for (int i = 0; i < 10; ++i) EXPECT_EQ(pool.acquire()->backend_pid(), first);
}

TEST_F(PoolTest, replaces_connections_at_the_end_of_their_life) {
  PoolOptions options = sized(1, 1);
  options.lifetime_ms = 50;
  Pool pool{database.url(), options};
  const int first = pool.acquire()->backend_pid();
  std::this_thread::sleep_for(60ms);
  EXPECT_TRUE(eventually([&] { return pool.acquire()->backend_pid() != first; }));
}

TEST_F(PoolTest, does_not_hand_over_a_connection_whose_server_process_has_ended) {
  Pool pool{database.url(), sized(1, 1)};
  for (int round = 0; round < 5; ++round) {
    const int backend = pool.acquire()->backend_pid();
    terminate(backend);
    std::this_thread::sleep_for(2ms);
    Lease lease = pool.acquire();
    EXPECT_NE(lease->backend_pid(), backend);
    lease->execute("SELECT 1");
  }
  EXPECT_GE(pool.status().broken, 5U);
}

TEST_F(PoolTest, replaces_idle_connections_that_broke_unseen) {
  Pool pool{database.url(), sized(3, 3)};
  ASSERT_TRUE(eventually([&] { return pool.status().idle == 3; }));
  connection.execute(
      "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
      " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  EXPECT_TRUE(eventually([&] { return pool.status().opened == 6 && pool.status().idle == 3; }, 2s));
}

TEST_F(PoolTest, closes_a_connection_that_is_discarded) {
  Pool pool{database.url(), sized(1, 1)};
  Lease lease = pool.acquire();
  const int backend = lease->backend_pid();
  lease.discard();
  EXPECT_NE(pool.acquire()->backend_pid(), backend);
}

TEST_F(PoolTest, says_who_holds_the_connections) {
  Pool pool{database.url(), sized(1, 1)};
  Lease lease = pool.acquire();
  const int line = __LINE__ - 1;
  lease->execute("SELECT 'mine'");
  const Stopwatch watch;
  auto error = caught<PoolExhausted>([&] { (void)pool.acquire(50); });
  EXPECT_GE(watch.seconds(), 0.05);
  EXPECT_LT(watch.seconds(), 1);
  EXPECT_TRUE(contains(error.what(), "1 of 1 connections are in use")) << error.what();
  EXPECT_TRUE(contains(error.what(), "pool_test.cpp:" + std::to_string(line) + ": SELECT 'mine'"))
      << error.what();
  EXPECT_TRUE(contains(pool.holders(), "SELECT 'mine'"));
}

TEST_F(PoolTest, refuses_at_once_who_is_too_many_in_the_queue) {
  PoolOptions options = sized(1, 1);
  options.queue = 1;
  Pool pool{database.url(), options};
  Lease lease = pool.acquire();
  std::thread waiting{[&] { EXPECT_NO_THROW((void)pool.acquire()); }};
  ASSERT_TRUE(eventually([&] { return pool.status().waiting == 1; }));
  const Stopwatch watch;
  auto error = caught<PoolExhausted>([&] { (void)pool.acquire(); });
  EXPECT_LT(watch.seconds(), 0.5);
  EXPECT_TRUE(contains(error.what(), "takes no more callers")) << error.what();
  lease = Lease{};
  waiting.join();
}

TEST_F(PoolTest, says_why_it_has_no_connection) {
  Pool nowhere{"host=/nowhere dbname=none", sized(0, 1)};
  auto unreachable = caught<ConnectionError>([&] { (void)nowhere.acquire(100); });
  EXPECT_TRUE(contains(unreachable.what(), "/nowhere")) << unreachable.what();

  Pool unknown{testing::server().connection_string("no_such_database"), sized(0, 1)};
  const Stopwatch watch;
  auto error = caught<ConnectionError>([&] { (void)unknown.acquire(); });
  EXPECT_EQ(error.sqlstate(), "3D000");
  EXPECT_LT(watch.seconds(), 2) << "that will not be better after a while";
}

TEST_F(PoolTest, waits_for_room_on_a_full_server) {
  connection.execute_script("CREATE ROLE limited LOGIN CONNECTION LIMIT 2");
  std::string url = database.url();
  url.replace(url.find("user=postgres"), 13, "user=limited");
  Pool pool{url, sized(0, 3)};
  std::vector<Lease> leases;
  leases.push_back(pool.acquire());
  leases.push_back(pool.acquire());
  auto error = caught<ConnectionError>([&] { (void)pool.acquire(200); });
  EXPECT_EQ(error.sqlstate(), "53300");
  std::thread later{[&] { EXPECT_NO_THROW((void)pool.acquire()); }};
  ASSERT_TRUE(eventually([&] { return pool.status().waiting == 1; }));
  leases.pop_back();
  later.join();
  leases.clear();
  pool.close(0);
  connection.execute("DROP ROLE limited");
}

TEST_F(PoolTest, gives_a_late_connection_to_whoever_waits) {
  PoolOptions options = sized(0, 1);
  options.connecting = 1;
  Pool pool{database.url(), options};
  EXPECT_TRUE(eventually([&] {
    const PoolStatus status = pool.status();
    if (status.opened == 0 && status.connecting == 0) {
      EXPECT_THROW((void)pool.acquire(0), PoolExhausted);
    }
    return status.opened == 1;
  }));
  (void)pool.acquire();
  EXPECT_EQ(pool.status().opened, 1U);
}

TEST_F(PoolTest, cancels_what_runs_past_its_deadline) {
  Pool pool{database.url(), sized(1, 1)};
  int backend = 0;
  {
    Lease lease = pool.acquire();
    backend = lease->backend_pid();
    lease.set_deadline_ms(50);
    const Stopwatch watch;
    EXPECT_THROW(lease->execute("SELECT pg_sleep(20)"), Error);  // cancelled, or cut off where that came late
    EXPECT_GE(watch.seconds(), 0.05);
    EXPECT_LT(watch.seconds(), 1);
    EXPECT_TRUE(lease.overdue());
  }
  EXPECT_NE(pool.acquire()->backend_pid(), backend) << "a late cancel request must not hit somebody else";
}

TEST_F(PoolTest, replaces_all_when_told_to) {
  Pool pool{database.url(), sized(2, 2)};
  ASSERT_TRUE(eventually([&] { return pool.status().idle == 2; }));
  {
    Lease lease = pool.acquire();
    pool.recreate();
    lease->execute("SELECT 1");
  }
  EXPECT_TRUE(eventually([&] { return pool.status().opened == 4 && pool.status().idle == 2; }));
}

TEST_F(PoolTest, waits_for_its_leases_when_it_closes) {
  Pool pool{database.url(), sized(1, 1)};
  std::atomic<bool> done{false};
  Lease held = pool.acquire();
  std::thread holder{[&, lease = std::move(held)] {
    lease->execute("SELECT pg_sleep(0.1)");
    done = true;
  }};
  EXPECT_TRUE(pool.close(5000));
  EXPECT_TRUE(done);
  EXPECT_THROW((void)pool.acquire(), UsageError);
  holder.join();
}

TEST_F(PoolTest, cuts_off_who_does_not_end_in_time) {
  Pool pool{database.url(), sized(1, 1)};
  Lease lease = pool.acquire();
  std::thread holder{[&] { EXPECT_THROW(lease->execute("SELECT pg_sleep(20)"), ConnectionError); }};
  const Stopwatch watch;
  EXPECT_FALSE(pool.close(50));
  holder.join();
  EXPECT_LT(watch.seconds(), 2);
}

TEST_F(PoolTest, may_end_before_its_leases) {
  Lease lease;
  {
    Pool pool{database.url(), sized(1, 1)};
    lease = pool.acquire();
  }
  EXPECT_THROW(lease->execute("SELECT 1"), ConnectionError);
}

TEST_F(PoolTest, refuses_options_that_do_not_fit) {
  EXPECT_THROW((Pool{database.url(), sized(3, 2)}), UsageError);
  EXPECT_THROW((Pool{database.url(), sized(0, 0)}), UsageError);
}

TEST_F(PoolTest, serves_a_hundred_threads_in_turn) {
  Pool pool{database.url(), sized(5, 20)};
  std::atomic<int> served{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 20; ++turn) {
        Lease lease = pool.acquire();
        lease->execute("SELECT 1");
        ++served;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(served, 2000);
  const PoolStatus status = pool.status();
  EXPECT_LE(status.open, 20);
  EXPECT_EQ(status.idle, status.open);
  EXPECT_EQ(status.acquired, 2000U);
}

}  // namespace
}  // namespace schemac
