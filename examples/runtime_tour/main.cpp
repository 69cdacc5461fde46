// A tour of the runtime: settings and migrations at the start, reads and transactions with deadlines and
// retries, reads after one's own write, acting for a user, a fall-back, health and metrics. Reads
// DATABASE_URL and brings the migrations there; leaves a sponsor and two users behind.
#include <cstdio>
#include <exception>

#include "chanuka/migrations.hpp"
#include "chanuka/sponsors.hpp"
#include "chanuka/users.hpp"
#include "schemac/database.hpp"
#include "schemac/trace_metrics.hpp"

namespace {

using namespace chanuka;

sponsors::Row create(schemac::Database& db, schemac::CommitToken& mine) {
  // Called again after a serialization failure, a deadlock or a connection that broke before COMMIT.
  return db.transaction(
      {.isolation = schemac::Isolation::serializable, .deadline_ms = 2'000, .attempts = 3, .token = &mine},
      [](schemac::Transaction& tx) {
        return sponsors::insert(tx, {.name = "Hon. Amina Otieno", .chamber = Chamber::national_assembly});
      });
}

void show_reads(schemac::Database& db, const sponsors::Row& created, schemac::CommitToken mine) {
  const auto now = db.read([&](schemac::Executor& on) { return sponsors::find(on, created.id); });
  const auto after = db.read({.deadline_ms = 500, .after = mine},
                             [&](schemac::Executor& on) { return sponsors::find(on, created.id); });
  std::printf("read on the primary: %s; after one's own write: %s; on a replica: %s\n", now->name.c_str(),
              after->name.c_str(), sponsors::exists(db.replica(), created.id) ? "there" : "not there yet");
}

void show_row_security(schemac::Database& db) {
  const auto sign_up = [&](const char* email) {
    return db.transaction([&](schemac::Transaction& tx) { return users::insert(tx, {.email = email}).id; });
  };
  const UserId ada = sign_up("ada@example.com");
  sign_up("grace@example.com");
  auto mine = db.as({.role = "chanuka_citizen", .settings = {{"chanuka.user_id", ada.value().to_string()}}});
  const auto count = [](schemac::Executor& on) { return static_cast<long long>(users::count(on)); };
  std::printf("users: %lld; those that one of them sees: %lld\n", db.read(count), mine.read(count));
}

void show_deadline(schemac::Database& db) {
  try {
    db.read({.deadline_ms = 100}, [](schemac::Executor& on) { on.execute("SELECT pg_sleep(10)"); });
  } catch (const schemac::TimeoutError& error) {
    std::printf("too slow: %s\n", error.what());
  }
}

void show_fallback(schemac::Database& db) {
  const std::int64_t count =
      db.read_or([](schemac::Executor& on) { return sponsors::count(on); },
                 [](const schemac::Error&) { return std::int64_t{0}; });  // what a cache would say
  std::printf("sponsors, or what is known while the database is away: %lld\n", static_cast<long long>(count));
}

void show_pool(schemac::Database& db) {
  const schemac::Lease lease = db.pool().acquire();
  std::printf("one connection for longer:%s\n", db.pool().holders().c_str());
}

void show_health(const schemac::Database& db, const schemac::MetricsTracer& metrics) {
  for (const schemac::PartHealth& part : db.health().parts)
    std::printf("%s is %s: %s\n", part.name.c_str(), std::string{name(part.state)}.c_str(),
                part.detail.c_str());
  std::printf("%zu bytes for Prometheus\n", metrics.text(db.pools()).size());
}

}  // namespace

int main() {
  try {
    auto metrics = std::make_shared<schemac::MetricsTracer>();
    schemac::Config config = schemac::Config::from_environment();
    config.migrations = schemac::MigrationPolicy::apply;  // the default is to check that they are there
    auto db = schemac::Database::open(config, metrics, chanuka::migrations());
    schemac::CommitToken mine;
    const sponsors::Row created = create(db, mine);
    show_reads(db, created, mine);
    show_row_security(db);
    show_deadline(db);
    show_fallback(db);
    show_pool(db);
    show_health(db, *metrics);
    db.close(5'000);
  } catch (const schemac::ConfigError& error) {
    std::fprintf(stderr, "runtime_tour: %s\n", error.what());
    return 64;
  } catch (const schemac::Error& error) {
    std::fprintf(stderr, "runtime_tour: %s\n", error.what());
    return 4;
  }
}
