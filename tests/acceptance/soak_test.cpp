// Many users at once, for a while, on a cluster that has a fault a second: nobody reads what is older than
// his own write, nothing acknowledged is lost, and nothing grows. SCHEMAC_SOAK_SECONDS says for how long.
#include <gtest/gtest.h>
#include <signal.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
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

using namespace std::chrono_literals;
using testing::contains;
using testing::eventually;
using testing::FaultProxy;
using testing::Stopwatch;
using testing::TestCluster;

constexpr int kUsers = 100;

std::chrono::seconds duration() {
  const char* given = std::getenv("SCHEMAC_SOAK_SECONDS");
  return std::chrono::seconds{given == nullptr ? 60 : std::atoi(given)};
}

int open_descriptors() {
  return static_cast<int>(std::distance(std::filesystem::directory_iterator{"/proc/self/fd"}, {}));
}

double resident_megabytes() {
  std::ifstream file{"/proc/self/statm"};
  double size = 0;
  double resident = 0;
  file >> size >> resident;
  return resident * 4096 / 1e6;
}

TestCluster& cluster() {
  static TestCluster cluster;
  return cluster;
}

Config config_for(const FaultProxy& primary, const FaultProxy& standby) {
  Config config;
  config.database_url = primary.connection_string("postgres");
  config.replica_urls = {standby.connection_string("postgres")};
  config.features.read_replicas = true;
  config.pool.acquire_ms = 3'000;
  config.deadline_ms = 4'000;
  config.monitoring_interval_ms = 50;
  return config;
}

/// What all users saw together.
struct Seen {
  std::atomic<int> writes{0};
  std::atomic<int> reads{0};
  std::atomic<int> refused{0};  // by a fault
  std::atomic<int> unknown{0};  // commits whose outcome could not be found out
  std::atomic<int> stale{0};
  std::atomic<int> wrong{0};
  std::atomic<int> late{0};  // past the deadline
};

/// Counts up his own row, and reads it back.
class User {
 public:
  User(Database& db, Seen& seen, int number) : db_{db}, seen_{seen}, number_{number} {}

  void turn() {
    const Stopwatch watch;
    try {
      write_and_read();
    } catch (const CommitUnknown&) {
      certain_ = false;
      ++seen_.unknown;
    } catch (const Error&) {
      ++seen_.refused;
    }
    if (watch.seconds() > 2 * 4.0 + 2) ++seen_.late;
  }

  /// At least what was acknowledged, and nothing that was not asked for.
  bool agrees_with(std::int64_t count) const {
    return count >= acknowledged_ && (count == acknowledged_ || !certain_);
  }

 private:
  void write_and_read() {
    CommitToken token;
    db_.transaction({.attempts = 3, .token = &token}, [&](Transaction& tx) {
      tx.execute("UPDATE users SET count = count + 1 WHERE id = $1", Parameters{}.add(number_));
    });
    ++acknowledged_;
    ++seen_.writes;
    const auto [id, count] = db_.read({.attempts = 3, .after = token}, [&](Executor& on) {
      const Result result =
          on.execute("SELECT id, count FROM users WHERE id = $1", Parameters{}.add(number_));
      RowReader row{result, 0};
      const auto id = row.next<std::int32_t>();
      return std::pair{id, row.next<std::int64_t>()};
    });
    ++seen_.reads;
    if (count < acknowledged_) ++seen_.stale;
    if (id != number_) ++seen_.wrong;
  }

  Database& db_;
  Seen& seen_;
  const int number_;
  std::int64_t acknowledged_ = 0;
  bool certain_ = true;  // no outcome was left open
};

class Faults {
 public:
  Faults(FaultProxy& primary, FaultProxy& standby) : primary_{primary}, standby_{standby} {}

  void one() {
    switch (std::uniform_int_distribution<int>{0, 8}(random_)) {
      case 0:
        return primary_.cut();
      case 1:
        return standby_.cut();
      case 2:
        return primary_.upon_commit(FaultProxy::Upon::cut_after);
      case 3:
        return primary_.upon_commit(FaultProxy::Upon::cut_before);
      case 4:
        return swallow(primary_);
      case 5:
        return swallow(standby_);
      case 6:
        return end_backends(SIGTERM, 20);
      case 7:
        return end_backends(SIGKILL, 1);
      default:
        return pause_replay();
    }
  }

 private:
  static void swallow(FaultProxy& proxy) {
    proxy.swallow(true);
    std::this_thread::sleep_for(200ms);
    proxy.swallow(false);
  }
  /// Of the primary, which crashes and starts again where one is killed. One that is still starting has
  /// faults enough.
  static void end_backends(int signal, int most) {
    try {
      std::istringstream pids{
          cluster().primary.run_sql("postgres",
                                    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                                    " AND pid <> pg_backend_pid() LIMIT " +
                                        std::to_string(most))};
      for (pid_t pid = 0; pids >> pid;) ::kill(pid, signal);
    } catch (const compiler::scratch::ScratchError&) {
    }
  }
  static void pause_replay() {
    cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_pause()");
    std::this_thread::sleep_for(300ms);
    cluster().standby.run_sql("postgres", "SELECT pg_wal_replay_resume()");
  }

  FaultProxy& primary_;
  FaultProxy& standby_;
  std::minstd_rand random_{1};
};

void soak(Database& db, Faults& faults, std::vector<User>& users) {
  std::atomic<bool> stopped{false};
  std::vector<std::thread> threads;
  for (User& user : users)
    threads.emplace_back([&] {
      while (!stopped) user.turn();
    });
  double early = 0;
  int happened = 0;
  for (const Stopwatch watch; watch.seconds() < static_cast<double>(duration().count());) {
    std::this_thread::sleep_for(500ms);
    faults.one();
    ++happened;
    if (early == 0 && watch.seconds() > 0.4 * static_cast<double>(duration().count()))
      early = resident_megabytes();
  }
  stopped = true;
  for (std::thread& thread : threads) thread.join();
  const double late = resident_megabytes();
  std::printf("%d faults in %lld s; memory %.1f MB, then %.1f MB\n", happened,
              static_cast<long long>(duration().count()), early, late);
  // A shorter run has not settled, and the address sanitizer's, which is one, keeps what was freed.
  if (duration() >= 60s) {
    EXPECT_LT(late, early * 1.2 + 10) << "megabytes; it had " << early;
  }
  EXPECT_TRUE(eventually([&] { return db.pool().status().idle == db.pool().status().open; }));
}

TEST(Soak, nobody_reads_what_is_older_than_his_own_write) {
  cluster().primary.run_sql("postgres",
                            "CREATE TABLE users (id integer PRIMARY KEY, count bigint NOT NULL);"
                            "INSERT INTO users SELECT n, 0 FROM generate_series(0, 99) n");
  Seen seen;
  std::vector<User> users;
  const int descriptors = open_descriptors();
  {
    FaultProxy primary{cluster().primary};
    FaultProxy standby{cluster().standby};
    Database db = Database::open(config_for(primary, standby));
    Faults faults{primary, standby};
    for (int number = 0; number < kUsers; ++number) users.emplace_back(db, seen, number);
    soak(db, faults, users);
  }
  std::printf(
      "%d writes and %d reads went well, %d were refused by a fault, of %d the outcome is unknown; %d stale, "
      "%d "
      "wrong, %d late; %d descriptors, then %d\n",
      seen.writes.load(), seen.reads.load(), seen.refused.load(), seen.unknown.load(), seen.stale.load(),
      seen.wrong.load(), seen.late.load(), descriptors, open_descriptors());
  EXPECT_EQ(open_descriptors(), descriptors);
  EXPECT_EQ(seen.stale, 0);
  EXPECT_EQ(seen.wrong, 0);
  EXPECT_EQ(seen.late, 0);
  EXPECT_GT(seen.reads, 100);
  Connection direct{cluster().primary.connection_string()};
  const Result result = direct.execute("SELECT count FROM users ORDER BY id");
  for (int number = 0; number < kUsers; ++number) {
    EXPECT_TRUE(
        users[static_cast<std::size_t>(number)].agrees_with(RowReader{result, number}.next<std::int64_t>()))
        << "user " << number;
  }
}

TEST(Users, ten_thousand_sessions_share_twenty_connections) {
  Config config;
  config.database_url = cluster().primary.connection_string();
  config.pool.acquire_ms = 60'000;
  config.deadline_ms = 60'000;
  Database db = Database::open(config);
  std::atomic<int> sessions{0};
  std::vector<std::thread> threads;
  for (int user = 0; user < kUsers; ++user)
    threads.emplace_back([&] {
      for (int session = 0; session < 10'000 / kUsers; ++session) {
        db.transaction([](Transaction& tx) { tx.execute("SELECT 1"); });
        db.read([](Executor& on) { on.execute("SELECT 2"); });
        ++sessions;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sessions, 10'000);
  EXPECT_EQ(db.pool().status().refused, 0U);
  EXPECT_LE(db.pool().status().opened, 20U);
}

TEST(Users, who_is_too_many_is_told_at_once) {
  Config config;
  config.database_url = cluster().primary.connection_string();
  config.pool.min = config.pool.max = 4;
  config.pool.queue = 10;
  Database db = Database::open(config);
  ASSERT_TRUE(eventually([&] { return db.pool().status().idle == 4; }));
  std::atomic<int> served{0};
  std::atomic<int> refused{0};
  std::vector<std::thread> threads;
  for (int user = 0; user < kUsers; ++user)
    threads.emplace_back([&] {
      const Stopwatch watch;
      try {
        db.read([](Executor& on) { on.execute("SELECT pg_sleep(0.5)"); });
        ++served;
      } catch (const PoolExhausted& error) {
        ++refused;
        EXPECT_TRUE(contains(error.what(), "takes no more callers")) << error.what();
        EXPECT_LT(watch.seconds(), 0.5);
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_GE(served, 14);
  EXPECT_GT(refused, 0);
  EXPECT_EQ(served + refused, kUsers);
}

}  // namespace
}  // namespace schemac
