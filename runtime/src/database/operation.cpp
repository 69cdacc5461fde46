// How an operation runs: with one deadline over everything, on the primary or on a replica, and again where
// that is allowed.
#include <algorithm>
#include <thread>

#include "acting.hpp"
#include "back_off.hpp"
#include "database/commit.hpp"
#include "database/implementation.hpp"
#include "database/slow_queries.hpp"
#include "schemac/error.hpp"
#include "schemac/tracer.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;

std::int64_t now_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count();
}

/// For what was cut short by the deadline, the deadline is the cause.
[[noreturn]] void throw_overdue(const Operation& operation, const Error& error) {
  const auto given =
      std::chrono::duration_cast<std::chrono::milliseconds>(operation.deadline - operation.start).count();
  throw TimeoutError{"the deadline of " + std::to_string(given) + " ms has passed: " + error.what(), "57014",
                     error.context()};
}

/// A replica that lags or has cancelled the read for the sake of replaying, or that is out of reach.
bool primary_may_do_better(const Error& error) {
  return error.code() == ErrorCode::connection || error.code() == ErrorCode::exhausted ||
         error.sqlstate() == "40001";
}

std::shared_ptr<Tracer> with_slow_queries(const Config& config, std::shared_ptr<Tracer> tracer) {
  if (tracer == nullptr || !config.features.performance_tracking) return tracer;
  return std::make_shared<SlowQueries>(config, std::move(tracer));
}

}  // namespace

std::chrono::milliseconds Operation::left() const {
  return std::max(0ms, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()));
}

Database::Implementation::Implementation(const Config& config, std::shared_ptr<Tracer> tracer)
    : config_{config},
      tracer_{with_slow_queries(config, std::move(tracer))},
      cluster_{config_, tracer_},
      breaker_{BreakerOptions{}, now_ms},
      replica_{*this} {}

Operation Database::Implementation::operation(int deadline_ms, int attempts, CallSite site,
                                              const Identity* as) const {
  const auto start = Clock::now();
  const int given = deadline_ms > 0 ? deadline_ms : config_.deadline_ms;
  return {start, start + std::chrono::milliseconds{given}, attempts, site, as};
}

template <class Use>
void Database::Implementation::on_primary(const Operation& operation, const Use& use) {
  std::optional<CircuitBreaker::Permit> permit;
  if (config_.features.circuit_breaker) permit.emplace(breaker_.permit());
  try {
    const auto patience = std::min<std::int64_t>(config_.pool.acquire_ms, operation.left().count());
    const Lease lease = cluster_.primary().pool.acquire(patience, operation.site);
    lease.set_deadline_ms(operation.left().count());
    try {
      use(lease);
    } catch (const CommitUnknown&) {
      throw;
    } catch (const Error& error) {
      if (lease.overdue()) throw_overdue(operation, error);
      throw;
    }
    if (permit) permit->succeeded();
    if (Server& primary = cluster_.primary(); !primary.reachable) primary.works(0);
  } catch (const Error& error) {
    if (permit && is_trouble_with_the_server(error)) permit->failed(error.what());
    throw;
  }
}

template <class Once>
int Database::Implementation::attempt(const Operation& operation, const Once& once) {
  std::optional<BackOff> back_off;  // draws from the system's randomness, which is dear
  for (int number = 1;; ++number) {
    try {
      once();
      budget_.operation_succeeded();
      return number;
    } catch (const Error& error) {
      const bool again = number < operation.attempts && worth_another_attempt(error) && budget_.take();
      if (!back_off) back_off.emplace(operation.left(), 5ms, 1000ms);
      const auto pause = again ? back_off->next() : std::nullopt;
      if (!pause || *pause >= operation.left()) throw;
      pause_before_retry(operation, error, number, *pause);
    }
  }
}

void Database::Implementation::pause_before_retry(const Operation& operation, const Error& error, int attempt,
                                                  std::chrono::milliseconds pause) const {
  if (tracer_ != nullptr)
    tracer_->retrying({attempt, std::chrono::duration<double>(pause).count(), error, operation.site});
  std::this_thread::sleep_for(pause);
}

void Database::Implementation::read(const ReadOptions& options, detail::Body<Executor> body, CallSite site,
                                    const Identity* as) {
  const Operation current = operation(options.deadline_ms, options.attempts, site, as);
  if (options.after && read_on_replica(current, *options.after, body)) return;
  attempt(current, [&] {
    on_primary(current, [&](const Lease& lease) {
      const Acting acting{*lease, as};
      body(*lease);
    });
  });
}

/// False where no replica could serve it. What a replica was asked cannot have changed anything, so that the
/// primary may be asked again.
bool Database::Implementation::read_on_replica(const Operation& operation, CommitToken after,
                                               detail::Body<Executor> body) {
  for (Server* server : cluster_.candidates()) {
    try {
      const Lease lease = server->pool.acquire(operation.left().count() / 2, operation.site);
      lease.set_deadline_ms(operation.left().count());
      if (!lease.has_replayed(after.position)) continue;
      try {
        const Acting acting{*lease, operation.as};
        body(*lease);
      } catch (const Error& error) {
        if (lease.overdue()) throw_overdue(operation, error);
        throw;
      }
      return true;
    } catch (const Error& error) {
      if (!primary_may_do_better(error)) throw;
      if (error.code() == ErrorCode::connection) server->fails(error.what());
    }
  }
  return false;
}

void Database::Implementation::transaction(const WorkOptions& options, detail::Body<Transaction> body,
                                           CallSite site, const Identity* as) {
  const Operation current = operation(options.deadline_ms, options.attempts, site, as);
  try {
    const int attempts = attempt(current, [&] { transact(current, options, body); });
    ended(current, attempts, nullptr, true);
  } catch (const Error& error) {
    ended(current, 1, &error, false);
    throw;
  } catch (...) {
    ended(current, 1, nullptr, false);
    throw;
  }
}

void Database::Implementation::transact(const Operation& operation, const WorkOptions& options,
                                        detail::Body<Transaction> body) {
  std::optional<CommitIdentity> identity;
  try {
    on_primary(operation, [&](const Lease& lease) {
      {
        const Acting acting{*lease, operation.as};
        Transaction transaction = lease->begin({options.isolation, options.read_only, options.deferrable});
        body(transaction);
        if (!transaction.active()) return;
        if (!options.read_only) identity = identity_of(transaction);
        // A server that freezes now is given half of the time, so that the other half is left for asking.
        lease.set_deadline_ms(operation.left().count() / 2);
        transaction.commit();
      }
      if (options.token != nullptr) *options.token = token_after_commit(*lease);
    });
  } catch (const CommitUnknown& unknown) {
    if (identity) find_out(*identity, cluster_.primary().pool, operation.deadline, unknown);
    if (options.token != nullptr) *options.token = kAfterEverything;
  }
}

void Database::Implementation::ended(const Operation& operation, int attempts, const Error* error,
                                     bool committed) const {
  if (tracer_ == nullptr) return;
  tracer_->ended(
      {seconds_between(operation.start, Clock::now()), attempts, committed, error, operation.site});
}

Result ReplicaExecutor::execute(std::string_view sql, const Parameters& parameters) {
  const auto execute = [&](Executor& on) { return on.execute(sql, parameters); };
  return detail::returned_by<Executor>(execute, [&](detail::Body<Executor> body) {
    ReadOptions options;
    options.after = CommitToken{};
    database_.read(options, body, {"Database::replica()", 0}, nullptr);
  });
}

}  // namespace schemac
