// Behind PgBouncer in transaction mode, where one transaction's server connection is another one's the next
// moment: statements, transactions, its restart, and its queue running out.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "schemac/codec/codecs.hpp"
#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "support/ledger.hpp"
#include "support/people.hpp"
#include "support/pgbouncer.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using testing::contains;
using testing::eventually;
using testing::Ledger;
using testing::PgBouncer;

constexpr int kServerConnections = 2;

class PgBouncerTest : public ::testing::Test {
 protected:
  PgBouncerTest() {
    testing::server().run_sql("postgres", "DROP TABLE IF EXISTS ledger; CREATE TABLE ledger (entry integer)");
  }

  Config config() const {
    Config config;
    config.database_url = bouncer.connection_string();
    config.pgbouncer = true;
    config.pool.min = 2;
    config.pool.max = 10;
    config.pool.acquire_ms = 3'000;
    config.deadline_ms = 5'000;
    return config;
  }

  static std::int64_t number(Executor& on, std::string_view sql, const Parameters& parameters) {
    const Result result = on.execute(sql, parameters);
    return RowReader{result, 0}.next<std::int64_t>();
  }

  PgBouncer bouncer{testing::server(), kServerConnections};
  Database db = Database::open(config());
};

TEST_F(PgBouncerTest, many_clients_share_few_server_connections) {
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 10; ++thread)
    threads.emplace_back([&, thread] {
      for (std::int64_t i = 0; i < 30; ++i) {
        const auto sum = db.transaction([&](Transaction& tx) {
          tx.execute("SELECT set_config('schemac.test', $1, true)", Parameters{}.add(std::to_string(thread)));
          number(tx, "SELECT $1", Parameters{}.add(i));
          return number(tx, "SELECT $1 + current_setting('schemac.test')::bigint", Parameters{}.add(i));
        });
        right += sum == i + thread ? 1 : 0;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 300);
  EXPECT_EQ(db.pool().acquire()->prepared_statements(), 0U);
}

TEST_F(PgBouncerTest, each_of_its_clients_acts_as_itself) {
  std::atomic<int> right{0};
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 10; ++thread)
    threads.emplace_back([&, thread] {
      auto me = db.as({.settings = {{"schemac.test", std::to_string(thread)}}});
      const auto who = [](Executor& on) {
        return number(on, "SELECT current_setting('schemac.test')::bigint", Parameters{});
      };
      for (int i = 0; i < 30; ++i) right += me.read(who) == thread && me.transaction(who) == thread ? 1 : 0;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(right, 300);
}

TEST_F(PgBouncerTest, a_restart_loses_nothing) {
  Ledger ledger{db, 4, 4'000};
  ASSERT_TRUE(eventually([&] { return ledger.acknowledged() > 20; }));
  bouncer.stop();
  std::this_thread::sleep_for(std::chrono::milliseconds{200});
  bouncer.start();
  const int before = ledger.acknowledged();
  EXPECT_TRUE(eventually([&] { return ledger.acknowledged() > before + 20; })) << ledger.errors();
  ledger.stop();
  Connection direct{testing::server().connection_string()};
  EXPECT_EQ(ledger.differences(direct), "");
}

TEST_F(PgBouncerTest, says_that_its_queue_ran_out) {
  std::vector<Lease> leases;
  for (int i = 0; i < kServerConnections; ++i) leases.push_back(db.pool().acquire());
  std::vector<std::thread> holders;
  for (Lease& lease : leases) holders.emplace_back([&] { lease->execute("SELECT pg_sleep(2.5)"); });
  std::this_thread::sleep_for(std::chrono::milliseconds{200});
  try {
    db.read([](Executor& on) { on.execute("SELECT 1"); });
    ADD_FAILURE() << "there was a server connection left";
  } catch (const Error& error) {
    EXPECT_TRUE(contains(error.what(), "query_wait_timeout")) << error.what();
  }
  for (std::thread& holder : holders) holder.join();
  leases.clear();
  EXPECT_EQ(db.read([&](Executor& on) { return number(on, "SELECT $1", Parameters{}.add(std::int64_t{7})); }),
            7);
}

}  // namespace
}  // namespace schemac
