// Writers under each fault that a server or a network can show: nothing acknowledged is lost, nothing is
// there twice, no call outlasts its deadline, and the pool is full again soon after the server is back.
#include <gtest/gtest.h>
#include <signal.h>

#include <cstdio>
#include <thread>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "support/cluster.hpp"
#include "support/fault_proxy.hpp"
#include "support/ledger.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;
using compiler::scratch::ScratchServer;
using testing::contains;
using testing::eventually;
using testing::FaultProxy;
using testing::Ledger;

constexpr int kWriters = 6;
constexpr int kKept = 4;
constexpr int kDeadlineMs = 1'500;

/// Seconds; on a machine that is busy otherwise, more by as much as anything takes longer there.
constexpr double kBackWithin = 2;
constexpr double kSlack = 1;

/// What connecting takes now, times a hundred: a quarter of a second where nothing else runs.
double busyness(const ScratchServer& server) {
  const testing::Stopwatch watch;
  Connection connection{server.connection_string()};
  return 100 * watch.seconds();
}

struct Place {
  ScratchServer& server;
  FaultProxy& proxy;
  std::vector<int> backends;
};

struct Fault {
  const char* name;
  void (*happens)(Place& place);
  const char* cause;  // a part of the error that writers see; nullptr where they may see none
};

void rest(std::chrono::milliseconds pause = 300ms) {
  std::this_thread::sleep_for(pause);
}

void send_all(const std::vector<int>& backends, int signal) {
  for (const int backend : backends) ::kill(backend, signal);
}

const Fault kFaults[] = {
    {"terminated_backends", [](Place& place) { send_all(place.backends, SIGTERM); }, nullptr},
    {"killed_backend",
     [](Place& place) {
       ::kill(place.backends.front(), SIGKILL);
       rest(500ms);  // until the server has noticed, and restarts
     },
     nullptr},
    {"fast_restart",
     [](Place& place) {
       place.server.stop(SIGINT);
       rest();
       place.server.start_again();
     },
     nullptr},
    {"crash",
     [](Place& place) {
       place.server.stop(SIGQUIT);
       rest();
       place.server.start_again();
     },
     nullptr},
    {"long_outage",
     [](Place& place) {
       place.server.stop(SIGINT);
       rest(2s);
       place.server.start_again();
     },
     "cannot connect"},
    {"frozen_backends",
     [](Place& place) {
       send_all(place.backends, SIGSTOP);
       rest(2s);
       send_all(place.backends, SIGCONT);
     },
     "deadline of 1500 ms"},
    {"frozen_postmaster",
     [](Place& place) {
       ::kill(place.server.pid(), SIGSTOP);
       send_all(place.backends, SIGTERM);  // what could go on without it has to connect anew
       rest(2s);
       ::kill(place.server.pid(), SIGCONT);
     },
     nullptr},
    {"reset_connections", [](Place& place) { place.proxy.cut(); }, nullptr},
    {"silent_network",
     [](Place& place) {
       place.proxy.swallow(true);
       rest(2s);
       place.proxy.cut();
       place.proxy.swallow(false);
     },
     "deadline of 1500 ms"},
    {"refused_connections",
     [](Place& place) {
       place.proxy.reject(true);
       place.proxy.cut();
       rest(2s);
       place.proxy.reject(false);
     },
     "cannot connect"},
    {"slow_network",
     [](Place& place) {
       place.proxy.delay_ms(20);
       rest(500ms);
       place.proxy.delay_ms(0);
     },
     nullptr},
    {"bytes_one_by_one",
     [](Place& place) {
       place.proxy.split(1);
       rest(500ms);
       place.proxy.split(0);
     },
     nullptr},
    {"commit_cut_before_the_server",
     [](Place& place) {
       for (int i = 0; i < 10; ++i) {
         place.proxy.upon_commit(FaultProxy::Upon::cut_before);
         rest(30ms);
       }
     },
     nullptr},
    {"commit_cut_after_the_server",
     [](Place& place) {
       for (int i = 0; i < 10; ++i) {
         place.proxy.upon_commit(FaultProxy::Upon::cut_after);
         rest(30ms);
       }
     },
     nullptr},
};

class FaultsTest : public ::testing::TestWithParam<Fault> {
 protected:
  static ScratchServer& server() {
    static ScratchServer server{testing::kDurable};
    return server;
  }

  Config config() const {
    Config config;
    config.database_url = proxy.connection_string("postgres");
    config.pool.min = config.pool.max = kKept;
    config.pool.acquire_ms = kDeadlineMs;
    config.pool.connect_seconds = 2;
    config.features.circuit_breaker = false;  // each writer is to see the cause itself
    return config;
  }

  std::vector<int> backends() {
    Connection direct{server().connection_string()};
    const Result result = direct.execute(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
    std::vector<int> pids;
    for (int row = 0; row < result.rows(); ++row) pids.push_back(RowReader{result, row}.next<std::int32_t>());
    return pids;
  }

  FaultProxy proxy{server()};
};

TEST_P(FaultsTest, loses_nothing_doubles_nothing_and_recovers) {
  server().run_sql("postgres", "DROP TABLE IF EXISTS ledger; CREATE TABLE ledger (entry integer)");
  Database db = Database::open(config());
  ASSERT_TRUE(eventually([&] { return db.pool().status().idle == kKept; }));
  Place place{server(), proxy, backends()};

  const double busy = busyness(server());
  Ledger ledger{db, kWriters, kDeadlineMs};
  ASSERT_TRUE(eventually([&] { return ledger.acknowledged() > 20; }));
  GetParam().happens(place);
  const testing::Stopwatch back;
  EXPECT_TRUE(eventually([&] { return db.pool().status().open == kKept; }, 60s))
      << "open again: " << db.pool().status().open << "; " << db.pool().status().connect_failure;
  const double took = back.seconds();
  const int before = ledger.acknowledged();
  EXPECT_TRUE(eventually([&] { return ledger.acknowledged() > before + 20; })) << ledger.errors();
  ledger.stop();

  std::printf("%s: %d writes acknowledged, back after %.2f s, the slowest call took %.2f s\n",
              GetParam().name, ledger.acknowledged(), took, ledger.slowest());
  EXPECT_LT(took, kBackWithin + busy);
  EXPECT_LT(ledger.slowest(), kDeadlineMs / 1000.0 + kSlack + busy);
  if (GetParam().cause != nullptr) {
    EXPECT_TRUE(contains(ledger.errors(), GetParam().cause)) << ledger.errors();
  }
  EXPECT_EQ(db.pool().status().idle, db.pool().status().open) << "a lease has leaked";
  EXPECT_EQ(db.read({.deadline_ms = 20'000}, [&](Executor& on) { return ledger.differences(on); }), "");
}

INSTANTIATE_TEST_SUITE_P(Faults, FaultsTest, ::testing::ValuesIn(kFaults),
                         [](const auto& info) { return std::string{info.param.name}; });

}  // namespace
}  // namespace schemac
