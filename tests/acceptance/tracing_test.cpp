// What tracers hear of: events in their order, numbers for Prometheus, lines in the log, and slow statements
// with their parameters and plan.
#include <gtest/gtest.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <regex>
#include <sstream>

#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "schemac/trace_log.hpp"
#include "schemac/trace_metrics.hpp"
#include "schemac/trace_record.hpp"
#include "support/people.hpp"
#include "support/waiting.hpp"

namespace schemac {
namespace {

using testing::contains;
using testing::eventually;

class TracingTest : public testing::PeopleTest {
 protected:
  Config config() const {
    Config config;
    config.database_url = database.url();
    config.pool.min = 1;
    config.pool.max = 2;
    config.slow_query_ms = 50;
    return config;
  }

  bool heard(std::string_view line) const {
    const auto lines = recorder->lines();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& one) { return contains(one, line); });
  }

  /// The slow statement that begins so; on a busy machine others are slow too.
  SlowQuery slow(std::string_view beginning) const {
    SlowQuery found;
    EXPECT_TRUE(eventually([&] {
      for (const SlowQuery& one : recorder->slow_queries())
        if (one.sql.starts_with(beginning)) found = one;
      return !found.sql.empty();
    })) << beginning;
    return found;
  }

  std::shared_ptr<RecordingTracer> recorder = std::make_shared<RecordingTracer>();
};

TEST_F(TracingTest, tells_what_happens) {
  Database db = Database::open(config(), recorder);
  db.transaction([&](Transaction& tx) { insert(tx, 1, "Ada"); });
  EXPECT_THROW(db.transaction([&](Transaction& tx) { insert(tx, 1, "Ada"); }), ConstraintError);
  EXPECT_TRUE(heard("connected primary"));
  EXPECT_TRUE(heard("acquired primary"));
  EXPECT_TRUE(heard("queried BEGIN"));
  EXPECT_TRUE(heard("queried INSERT INTO people"));
  EXPECT_TRUE(heard("queried COMMIT"));
  EXPECT_TRUE(heard("ended committed"));
  EXPECT_TRUE(heard("ended rolled back: duplicate key"));
}

TEST_F(TracingTest, tells_of_retries) {
  Database db = Database::open(config(), recorder);
  int calls = 0;
  db.transaction({.attempts = 2}, [&](Transaction& tx) {
    if (++calls == 1) tx.execute("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$");
  });
  EXPECT_TRUE(heard("retrying after attempt 1"));
}

TEST_F(TracingTest, tells_once_of_a_lease_that_does_not_end) {
  PoolOptions options;
  options.leak_ms = 50;
  options.tracer = recorder;
  Pool pool{database.url(), options};
  const Lease lease = pool.acquire();
  const int line = __LINE__ - 1;
  lease->execute("SELECT 'kept'");
  EXPECT_TRUE(
      eventually([&] { return heard("tracing_test.cpp:" + std::to_string(line) + " SELECT 'kept'"); }));
  std::this_thread::sleep_for(std::chrono::milliseconds{500});
  const auto lines = recorder->lines();
  EXPECT_EQ(
      std::count_if(lines.begin(), lines.end(), [](const auto& one) { return one.starts_with("leaked"); }),
      1);
}

TEST_F(TracingTest, captures_a_slow_statement_with_its_parameters_and_plan) {
  Database db = Database::open(config(), recorder);
  db.read([](Executor& on) {
    on.execute("SELECT pg_sleep(0.06) FROM (SELECT $1::integer, $2::text) one", Parameters{}.add(7).add("x"));
  });
  const SlowQuery slow = this->slow("SELECT pg_sleep(0.06)");
  EXPECT_EQ(slow.parameters, "$1 = 7, $2 = 'x'");
  EXPECT_GE(slow.seconds, 0.06);
  EXPECT_TRUE(contains(slow.site.file, "tracing_test.cpp"));
  EXPECT_TRUE(contains(slow.plan, "cost=")) << slow.plan;
}

TEST_F(TracingTest, statements_that_differ_in_constants_have_one_fingerprint) {
  Database db = Database::open(config(), recorder);
  for (const char* sql :
       {"SELECT pg_sleep(0.06), 1", "SELECT pg_sleep(0.07),  2 /* again */", "SELECT now(), pg_sleep(0.06)"})
    db.read([&](Executor& on) { on.execute(sql); });
  const std::string first = slow("SELECT pg_sleep(0.06), 1").fingerprint;
  EXPECT_EQ(first.size(), 16U) << first;
  EXPECT_EQ(slow("SELECT pg_sleep(0.07),  2").fingerprint, first);
  EXPECT_NE(slow("SELECT now()").fingerprint, first);
}

TEST_F(TracingTest, shows_no_parameters_outside_development) {
  Config careful = config();
  careful.environment = Environment::staging;
  Database db = Database::open(careful, recorder);
  db.read([](Executor& on) { on.execute("SELECT pg_sleep(0.06), $1", Parameters{}.add("a secret")); });
  EXPECT_EQ(slow("SELECT pg_sleep(0.06)").parameters, "$1 = (8 bytes)");
}

TEST_F(TracingTest, a_slow_statement_is_not_executed_again) {
  Database db = Database::open(config(), recorder);
  db.transaction([](Transaction& tx) {
    tx.execute("INSERT INTO people SELECT 1, 'Ada' FROM pg_sleep(0.06)", Parameters{});
  });
  EXPECT_TRUE(contains(slow("INSERT").plan, "Insert on people"));
  EXPECT_EQ(people(), 1);
}

TEST_F(TracingTest, counts_for_prometheus) {
  auto metrics = std::make_shared<MetricsTracer>();
  Database db = Database::open(
      config(), std::make_shared<Tracers>(std::vector<std::shared_ptr<Tracer>>{metrics, recorder}));
  db.read([](Executor& on) { on.execute("SELECT 1"); });
  EXPECT_THROW(db.read([](Executor& on) { on.execute("SELECT nothing"); }), QueryError);
  db.transaction([&](Transaction& tx) { insert(tx, 1, "Ada"); });
  EXPECT_TRUE(heard("queried SELECT 1"));

  const std::string text = metrics->text(db.pools());
  EXPECT_TRUE(contains(text,
                       "db_client_operation_duration_seconds_count{db_system_name=\"postgresql\","
                       "db_operation_name=\"INSERT\"} 1\n"))
      << text;
  EXPECT_TRUE(contains(text, "db_client_operation_errors_total{db_response_status_code=\"42703\"} 1\n"));
  EXPECT_TRUE(contains(text, "db_client_transaction_duration_seconds_count{outcome=\"committed\"} 1\n"));
  EXPECT_TRUE(
      contains(text, "db_client_connections{db_client_connection_pool_name=\"primary\",state=\"used\"} 0\n"));
  const std::regex form{R"(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z_]+="[^"]*",?)+\})? [0-9.e+-]+)"};
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) EXPECT_TRUE(std::regex_match(line, form)) << line;
}

TEST_F(TracingTest, writes_to_the_log_what_somebody_should_look_at) {
  std::ostringstream log;
  const auto before = spdlog::default_logger();
  spdlog::set_default_logger(
      std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(log)));
  {
    Config calm = config();
    calm.slow_query_ms = 60'000;
    Database db = Database::open(calm, log_tracer());
    db.read([](Executor& on) { on.execute("SELECT 'well'"); });
    EXPECT_THROW(db.read([](Executor& on) { on.execute("SELECT nothing, 'PASSWORD ''x'''"); }), QueryError);
  }
  log_tracer()->slow({"SELECT 'much'", "$1 = 7", 0.3, {"bills.cpp", 12}, "Seq Scan on bills", "00ff"});
  spdlog::set_default_logger(before);
  EXPECT_TRUE(contains(log.str(), "column \"nothing\" does not exist")) << log.str();
  EXPECT_TRUE(contains(
      log.str(), "slow, 0.300 s at bills.cpp:12: SELECT 'much' [$1 = 7] fingerprint 00ff\nSeq Scan on bills"))
      << log.str();
  EXPECT_FALSE(contains(log.str(), "'well'")) << "what went well is for debugging";
}

}  // namespace
}  // namespace schemac
