// Find by key and 10,000 rows by their keys, through the generated repository against hand-written libpq, on
// one scratch server, one connection a side, in turn.
#include <sched.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "areas.hpp"
#include "chanuka/bill_comments.hpp"
#include "hand_read.hpp"
#include "measure.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/database.hpp"
#include "scratch/server.hpp"

namespace schemac::bench {
namespace {

constexpr int kRows = 10000;
constexpr int kFindsARun = 2000;
constexpr int kRuns = 11;

// Rows as they are in life: some fields NULL, bodies of some hundred bytes. Foreign keys are not what is
// measured, so the session inserts without them.
constexpr const char* kFill = R"(
SET session_replication_role = replica;
INSERT INTO bill_comments (bill_id, user_id, parent_id, section, position, body, status, score, created_at)
SELECT gen_random_uuid(), gen_random_uuid(), CASE WHEN n % 3 = 0 THEN gen_random_uuid() END,
       CASE WHEN n % 2 = 0 THEN 'Clause ' || n END, CASE WHEN n % 4 > 0 THEN 'support'::bill_position END,
       repeat('A comment on the bill. ', 5 + n % 10), 'approved', n % 100, now() - n * interval '1 minute'
FROM generate_series(1, 10000) n;
ANALYZE bill_comments;)";

std::vector<chanuka::BillCommentId> all_ids(Connection& connection) {
  const schemac::Result result = connection.execute("SELECT id FROM bill_comments ORDER BY id");
  std::vector<chanuka::BillCommentId> ids;
  for (int row = 0; row < result.rows(); ++row)
    ids.push_back(RowReader(result, row).next<chanuka::BillCommentId>());
  return ids;
}

std::vector<UuidBytes> raw(const std::vector<chanuka::BillCommentId>& ids) {
  std::vector<UuidBytes> bytes;
  for (const auto& id : ids) bytes.push_back(id.value().bytes());
  return bytes;
}

void require(bool found) {
  if (!found) throw std::runtime_error("a read has not found its rows");
}

void add(Report& report, const std::string& name, const Sides& sides, double goal, int times) {
  report.add({name + ".wall_to_libpq", sides.wall_ratio(), "ratio", goal});
  report.add({name + ".cpu_to_libpq", sides.cpu_ratio(), "ratio", goal});
  report.add({name + ".wall", sides.ours.wall / times * 1e6, "us", {}});
  report.add({name + ".libpq_wall", sides.theirs.wall / times * 1e6, "us", {}});
}

/// Keeps this program, and the server that it starts, on one processor while it lives. A question and its
/// answer take some ten microseconds; whether the scheduler puts both ends on one processor or on two makes
/// that half or twice as much, at random for each connection.
class OneProcessor {
 public:
  OneProcessor() {
    sched_getaffinity(0, sizeof before_, &before_);
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(sched_getcpu(), &one);
    sched_setaffinity(0, sizeof one, &one);
  }
  ~OneProcessor() { sched_setaffinity(0, sizeof before_, &before_); }
  OneProcessor(const OneProcessor&) = delete;
  OneProcessor& operator=(const OneProcessor&) = delete;

 private:
  cpu_set_t before_;
};

}  // namespace

void bench_read(const Setting& setting, Report& report) {
  const OneProcessor one_processor;
  compiler::scratch::ScratchServer server;
  server.create_database("bench");
  server.run_sql_file("bench", setting.source_folder + "/generated/schema.sql");
  server.run_sql("bench", kFill);

  Connection ours(server.connection_string("bench"));
  HandReader theirs(server.connection_string("bench"));
  const auto ids = all_ids(ours);
  const auto raw_ids = raw(ids);

  const auto find = [&] {
    for (int i = 0; i < kFindsARun; ++i) require(chanuka::bill_comments::find(ours, ids[i * 5]).has_value());
  };
  const auto hand_find = [&] {
    for (int i = 0; i < kFindsARun; ++i) require(theirs.find(raw_ids[i * 5]).has_value());
  };
  add(report, "read.find",
      interleaved(
          kRuns, [&] { return cost_of(find); }, [&] { return cost_of(hand_find); }),
      1.05, kFindsARun);

  Config config;
  config.database_url = server.connection_string("bench");
  Database db = Database::open(config);
  const auto pooled_find = [&] {
    for (int i = 0; i < kFindsARun; ++i)
      require(
          db.read([&](Executor& on) { return chanuka::bill_comments::find(on, ids[i * 5]); }).has_value());
  };
  add(report, "read.database_find",
      interleaved(
          kRuns, [&] { return cost_of(pooled_find); }, [&] { return cost_of(hand_find); }),
      1.08, kFindsARun);

  const auto select = [&] { require(chanuka::bill_comments::find_many(ours, ids).size() == kRows); };
  const auto hand_select = [&] { require(theirs.find_many(raw_ids).size() == kRows); };
  add(report, "read.rows_10000",
      interleaved(
          kRuns, [&] { return cost_of(select); }, [&] { return cost_of(hand_select); }),
      1.10, 1);
}

}  // namespace schemac::bench
