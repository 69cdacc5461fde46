// A pool of connections to one server: `auto lease = pool.acquire(); bills::find(*lease, id);`. Waiting
// callers are served in turn, broken connections are found out before they are handed over, and what cannot
// be served says why. docs/runtime.md tells how to size it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "schemac/call_site.hpp"
#include "schemac/connection.hpp"

namespace schemac {

class PoolCore;
class Tracer;
struct Slot;

struct PoolOptions {
  std::string name = "primary";  ///< in errors and metrics
  int min = 5;                   ///< connections that are kept open
  int max = 20;
  int connecting = 4;           ///< connections that are opened at the same time, at most
  int queue = 1000;             ///< callers that may wait; one more is refused at once
  int acquire_ms = 5000;        ///< how long a caller waits
  int idle_ms = 30'000;         ///< an unused connection above `min` is closed after this
  int lifetime_ms = 1'800'000;  ///< a connection is replaced after this, less up to a tenth at random
  int leak_ms = 60'000;         ///< a lease that is out for longer is reported to the tracer; 0: never
  int connect_seconds = 5;      ///< for opening one; libpq takes 2 at least
  bool writable = true;         ///< refuse a server that takes no writes (a standby)
  ConnectionOptions connection = {};
  std::shared_ptr<Tracer> tracer = nullptr;  ///< its owners: whoever traces with it
};

struct PoolStatus {
  int max = 0;
  int open = 0;  ///< of these `idle` are free, the others leased
  int idle = 0;
  int connecting = 0;
  int waiting = 0;
  std::uint64_t acquired = 0;  ///< since the start
  std::uint64_t refused = 0;   ///< acquire() threw
  std::uint64_t opened = 0;
  std::uint64_t broken = 0;     ///< connections that were closed because they were found broken
  double acquire_seconds = 0;   ///< that all callers waited together
  std::string connect_failure;  ///< why the last attempt at opening one failed; empty after one that did not
};

/// A connection for as long as this lives. Ended by its destructor, which gives the connection back. A
/// transaction on it ends before. Used by one thread at a time. Session state (SET, LISTEN, temporary tables)
/// stays with the connection: use SET LOCAL.
class Lease {
 public:
  Lease() noexcept = default;
  ~Lease() { give_back(); }
  Lease(Lease&& other) noexcept
      : core_{std::exchange(other.core_, nullptr)}, slot_{std::exchange(other.slot_, nullptr)} {}
  Lease& operator=(Lease&& other) noexcept {
    std::swap(core_, other.core_);
    std::swap(slot_, other.slot_);
    return *this;
  }

  /// REQUIRES: neither default-constructed nor moved from.
  Connection& operator*() const noexcept { return *connection(); }
  Connection* operator->() const noexcept { return connection(); }

  /// From now on, a statement that is still running after so many milliseconds is cancelled, and shortly
  /// after that its socket is shut, so that it fails whatever the server does. The connection is not used
  /// again then.
  void set_deadline_ms(std::int64_t milliseconds) const;

  /// The deadline has passed and something was cut short for it.
  bool overdue() const noexcept;

  /// The server, a standby, has everything up to this position of the write-ahead log. Asks it where the
  /// connection does not know. Throws what a statement throws.
  bool has_replayed(std::uint64_t position) const;

  /// Closes the connection instead of giving it back.
  void discard() noexcept;

 private:
  friend class PoolCore;
  Lease(PoolCore* core, Slot* slot) noexcept : core_{core}, slot_{slot} {}
  Connection* connection() const noexcept;
  void give_back() noexcept;

  PoolCore* core_ = nullptr;
  Slot* slot_ = nullptr;
};

/// Safe from several threads.
class Pool {
 public:
  /// Begins to open `min` connections, and waits for none of them. Throws UsageError for options that do not
  /// fit together.
  Pool(const std::string& connection_string, const PoolOptions& options = {});

  /// close(0). Leases that are still out stay valid, broken, until they end.
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// A connection that was alive a moment ago. Throws PoolExhausted when none came free in time, or at once
  /// when the queue is full; ConnectionError when the server cannot be reached; UsageError after close().
  [[nodiscard]] Lease acquire(CallSite site = CallSite::here());
  /// Waits for at most `milliseconds` instead.
  [[nodiscard]] Lease acquire(std::int64_t milliseconds, CallSite site = CallSite::here());

  /// All connections are replaced: idle ones now, leased ones when they come back. For new credentials, or
  /// after a fail-over.
  void recreate();

  /// Refuses new callers, waits for the leases to end, then cuts off those that are still out. Returns
  /// whether all had ended in time.
  bool close(int drain_ms);

  PoolStatus status() const;

  /// Who holds which connection: call site, age and last statement, a line each; the longest first.
  std::string holders() const;

 private:
  std::shared_ptr<PoolCore> core_;  // shared with the leases that outlive the pool
};

}  // namespace schemac
