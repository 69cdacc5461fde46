// A program's database: `auto db = Database::open(Config::from_environment());`, then read() for a statement,
// transaction() for several, replica() for what may lag. Each has a deadline, is retried where that is
// allowed, and fails with the cause. docs/runtime.md explains the settings.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "schemac/call_site.hpp"
#include "schemac/config.hpp"
#include "schemac/executor.hpp"
#include "schemac/identity.hpp"
#include "schemac/migration.hpp"
#include "schemac/pool.hpp"
#include "schemac/transaction.hpp"

namespace schemac {

/// A moment in the history of the primary, from which on a transaction's changes are there. Moments of one
/// cluster can be compared; a later one includes the earlier ones.
struct CommitToken {
  std::uint64_t position = 0;  ///< in the write-ahead log; 0 is before everything
};

struct ReadOptions {
  int deadline_ms = 0;  ///< 0: Config::deadline_ms
  int attempts = 1;     ///< how often the function may be called, where a retry is allowed
  /// A replica may serve the read, if it has everything up to this moment; else the primary does.
  std::optional<CommitToken> after = {};
};

struct WorkOptions {
  Isolation isolation = Isolation::read_committed;
  bool read_only = false;
  bool deferrable = false;       ///< as in TransactionOptions
  int deadline_ms = 0;           ///< for all attempts together; 0: Config::deadline_ms
  int attempts = 1;              ///< how often the function may be called, where a retry is allowed
  CommitToken* token = nullptr;  ///< set to the moment of the commit
};

enum class HealthState { healthy, degraded, down };
std::string_view name(HealthState state);

/// One server, or another part, as it is now.
struct PartHealth {
  std::string name;  ///< "primary", "replica 1", "circuit breaker"
  HealthState state = HealthState::healthy;
  std::string detail;          ///< sizes, lag, or what is wrong
  std::string recommendation;  ///< what to do; empty when there is nothing
};

struct Health {
  HealthState overall = HealthState::healthy;  ///< the primary decides about down
  std::vector<PartHealth> parts;
};

namespace detail {

/// A function of the caller's, as the part that is no template sees it.
template <class Argument>
struct Body {
  void* context;
  void (*call)(void* context, Argument& argument);
  void operator()(Argument& argument) const { call(context, argument); }
};

/// Hands `run` the function as a Body; returns what the function returned when it was called last.
template <class Argument, class F, class Run>
auto returned_by(F& f, Run&& run) {
  using R = std::invoke_result_t<F&, Argument&>;
  if constexpr (std::is_void_v<R>) {
    run(Body<Argument>{const_cast<std::remove_const_t<F>*>(&f),
                       [](void* context, Argument& argument) { (*static_cast<F*>(context))(argument); }});
  } else {
    struct Context {
      F& f;
      std::optional<R> result = {};
    } context{f};
    run(Body<Argument>{&context, [](void* opaque, Argument& argument) {
                         auto& both = *static_cast<Context*>(opaque);
                         both.result.emplace(both.f(argument));
                       }});
    return std::move(*context.result);
  }
}

}  // namespace detail

class ActingDatabase;

/// Safe from several threads. Movable.
class Database {
 public:
  /// Reaches the primary. Throws ConfigError, and ConnectionError when the primary cannot be reached within
  /// the time for a connection. `tracer` hears of everything; it may be null. `migrations` are those that the
  /// program was built with (docs/migrations.md): where the database lacks one, Config::migrations says what
  /// becomes of that; by default a MigrationError that names them.
  static Database open(const Config& config, std::shared_ptr<Tracer> tracer = nullptr,
                       const std::vector<migrate::Migration>& migrations = {});
  ~Database();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;

  /// Calls `f(Executor&)` on a connection, each statement being a transaction of its own, and returns what it
  /// returned. For one statement: no BEGIN and COMMIT go over the wire.
  template <class F>
  auto read(F&& f, CallSite site = CallSite::here()) {
    return read(ReadOptions{}, f, site);
  }
  template <class F>
  auto read(const ReadOptions& options, F&& f, CallSite site = CallSite::here()) {
    return detail::returned_by<Executor>(f,
                                         [&](detail::Body<Executor> body) { run_read(options, body, site); });
  }

  /// Calls `fallback(const Error&)` instead where the database is out of reach.
  template <class F, class Fallback>
  auto read_or(F&& f, Fallback&& fallback, CallSite site = CallSite::here()) {
    try {
      return read(ReadOptions{}, f, site);
    } catch (const ConnectionError& error) {
      return fallback(static_cast<const Error&>(error));
    }
  }

  /// Calls `f(Transaction&)`, commits when it returns, rolls back when it throws, and returns what it
  /// returned. Where the connection breaks during COMMIT, the server is asked what became of it:
  /// CommitUnknown is thrown only when that cannot be found out before the deadline.
  template <class F>
  auto transaction(F&& f, CallSite site = CallSite::here()) {
    return transaction(WorkOptions{}, f, site);
  }
  template <class F>
  auto transaction(const WorkOptions& options, F&& f, CallSite site = CallSite::here()) {
    return detail::returned_by<Transaction>(
        f, [&](detail::Body<Transaction> body) { run_transaction(options, body, site); });
  }

  /// The same two calls for somebody: `db.as({.role = "citizen", .settings = {{"app.user_id",
  /// id}}}).read(f)`.
  ActingDatabase as(Identity identity);

  /// Executes each statement on some replica that is not too far behind, or on the primary if there is none.
  Executor& replica();

  /// The pool of the primary, for what needs one connection for longer.
  Pool& pool();

  /// Each server and how it is. Asks nobody: it is what was found when they were last used or looked at.
  Health health() const;

  /// Each pool by its name, and how it is.
  std::vector<std::pair<std::string, PoolStatus>> pools() const;

  /// Waits for what is under way, then cuts off the rest. Returns whether all had ended in time.
  bool close(int drain_ms);

  class Implementation;

 private:
  friend class ActingDatabase;
  explicit Database(std::unique_ptr<Implementation> implementation) noexcept;
  void run_read(const ReadOptions& options, detail::Body<Executor> body, CallSite site,
                const Identity* as = nullptr);
  void run_transaction(const WorkOptions& options, detail::Body<Transaction> body, CallSite site,
                       const Identity* as = nullptr);

  std::unique_ptr<Implementation> implementation_;
};

/// A Database as one identity uses it. Each statement of a read, and each transaction, has the identity and
/// none after it has; a statement on its own takes no further round trip for that. Safe from several threads;
/// the Database outlives it.
class ActingDatabase {
 public:
  /// As Database::read().
  template <class F>
  auto read(F&& f, CallSite site = CallSite::here()) {
    return read(ReadOptions{}, f, site);
  }
  template <class F>
  auto read(const ReadOptions& options, F&& f, CallSite site = CallSite::here()) {
    return detail::returned_by<Executor>(
        f, [&](detail::Body<Executor> body) { database_.run_read(options, body, site, &identity_); });
  }

  /// As Database::transaction().
  template <class F>
  auto transaction(F&& f, CallSite site = CallSite::here()) {
    return transaction(WorkOptions{}, f, site);
  }
  template <class F>
  auto transaction(const WorkOptions& options, F&& f, CallSite site = CallSite::here()) {
    return detail::returned_by<Transaction>(f, [&](detail::Body<Transaction> body) {
      database_.run_transaction(options, body, site, &identity_);
    });
  }

 private:
  friend class Database;
  ActingDatabase(Database& database, Identity identity)
      : database_{database}, identity_{std::move(identity)} {}

  Database& database_;
  const Identity identity_;
};

}  // namespace schemac
