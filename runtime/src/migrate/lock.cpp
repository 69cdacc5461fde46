// The lock is an advisory one of the session. Waiting asks again and again instead of blocking in the server:
// a statement that waits holds a snapshot, and the CREATE INDEX CONCURRENTLY of the run that has the lock
// would wait for that snapshot, and so the two for each other.
#include "migrate/lock.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <thread>

#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kKey = 0x736368656d6163;  // "schemac"
constexpr std::chrono::milliseconds kPause{100};

bool try_lock(Connection& connection) {
  const Result result =
      connection.execute("SELECT pg_catalog.pg_try_advisory_lock($1)", Parameters{}.add(kKey));
  return RowReader{result, 0}.next<bool>();
}

struct Holder {
  std::int32_t pid = 0;
  std::string description;
};

/// Nobody, when it has just let go.
std::optional<Holder> find_holder(Connection& connection) {
  const Result result = connection.execute(
      "SELECT l.pid, pg_catalog.concat_ws(', ', nullif(a.application_name, ''), "
      "'from ' || coalesce(pg_catalog.host(a.client_addr), 'this machine'), a.state, "
      "'since ' || pg_catalog.date_trunc('second', coalesce(a.xact_start, a.state_change))) "
      "FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid "
      "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 "
      "AND (l.classid::bigint << 32) + l.objid::bigint = $1 "
      "AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())",
      Parameters{}.add(kKey));
  if (result.empty()) return std::nullopt;
  RowReader row{result, 0};
  Holder holder;
  holder.pid = row.next<std::int32_t>();
  holder.description = "server process " + std::to_string(holder.pid) + " (" + row.next<std::string>() + ")";
  return holder;
}

[[noreturn]] void give_up(const std::optional<Holder>& holder, int seconds) {
  const std::string who = holder ? holder->description : "a connection";
  const std::string pid = holder ? std::to_string(holder->pid) : "PID";
  throw MigrationError{"another migration run has not ended within " + std::to_string(seconds) +
                       " s: " + who +
                       " holds the lock. Run again when it has ended; if its program is gone for good, "
                       "SELECT pg_terminate_backend(" +
                       pid + ") ends it, and what it has done is kept track of"};
}

}  // namespace

void take_lock(Connection& connection, const Options& options) {
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds{options.wait_seconds};
  for (bool told = false; !try_lock(connection);) {
    if (Clock::now() >= deadline) give_up(find_holder(connection), options.wait_seconds);
    const std::optional<Holder> holder = told ? std::nullopt : find_holder(connection);
    if (holder && options.observer != nullptr) options.observer->waiting(holder->description);
    told = told || holder.has_value();
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace schemac::migrate
