// A connection of a pool, with what the pool knows of it.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "pool/clock.hpp"
#include "pool/watchdog.hpp"
#include "schemac/call_site.hpp"
#include "schemac/connection.hpp"
#include "schemac/pool.hpp"
#include "statement_observer.hpp"

namespace schemac {

/// The statement that a connection executes or executed last, for other threads to read.
class LastStatement {
 public:
  void note(std::string_view sql) noexcept;
  std::string text() const;

 private:
  mutable std::mutex mutex_;
  std::array<char, 200> bytes_{};
  std::size_t size_ = 0;
};

struct Slot final : StatementObserver {
  /// Connects. Throws ConnectionError, also for a server that takes no writes where `options` want one that
  /// does. `options` and `watchdog` outlive it.
  Slot(const std::string& connection_string, const PoolOptions& options, Watchdog& watchdog);
  ~Slot();

  void begins(std::string_view sql) noexcept override;
  void ended(std::string_view sql, const Parameters* parameters, const Error* error) noexcept override;

  /// Whether the server is still there, asked as cheaply as the time since the connection's last use allows;
  /// before `deadline`.
  bool alive(Clock::time_point now, Clock::time_point deadline);

  /// Nothing came over the socket since the last use, or only what a live server sends.
  bool quiet() const;

  /// It can be used by somebody else as it is.
  bool reusable() const;

  const PoolOptions& options;
  Watchdog& watchdog;
  Connection connection;
  Watch watch;
  Clock::time_point expires;

  // Of the thread that uses the connection.
  bool demoted = false;        // the server has become a standby
  bool unwanted = false;       // not to be used again
  std::uint64_t replayed = 0;  // of a standby: has everything up to there

  // Guarded by the pool's mutex.
  std::uint64_t generation = 0;
  bool leased = false;
  bool leak_reported = false;
  Clock::time_point leased_at{};
  Clock::time_point idle_since = Clock::now();
  CallSite site;

  LastStatement last_statement;

 private:
  bool answers(Clock::time_point deadline);

  Clock::time_point begun_{};
};

}  // namespace schemac
