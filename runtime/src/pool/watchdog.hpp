// Ends what runs past its deadline, also where the server is frozen and ignores everything: first a cancel
// request, shortly afterwards the end of the socket, at which the waiting thread fails.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "pool/clock.hpp"

struct pg_conn;    // libpq's PGconn
struct pg_cancel;  // its PGcancel

namespace schemac {

/// The deadline of one connection, which outlives it. Armed and disarmed by the thread that uses the
/// connection; both cost an atomic store as long as nothing is overdue.
class Watch {
 public:
  explicit Watch(pg_conn* connection);
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  /// True once the deadline has passed and the connection was cut short; it is of no use any more then.
  bool overdue() const noexcept { return state_.load(std::memory_order_relaxed) < 0 || was_overdue_; }

  /// No deadline any more. Afterwards the watchdog does not touch the socket.
  void disarm() noexcept;

  /// Shuts the socket: who waits for the server fails. For any thread, while the connection lives.
  void cut() noexcept;

 private:
  friend class Watchdog;
  static constexpr std::int64_t kNone = 0;
  static constexpr std::int64_t kOverdue = -1;

  /// Returns when this must be looked at again.
  Clock::time_point check(Clock::time_point now);

  int socket_;
  std::shared_ptr<pg_cancel> cancel_;       // shared with the thread that sends it, which may outlive us
  std::atomic<std::int64_t> state_{kNone};  // a time of Clock, kNone or kOverdue
  bool was_overdue_ = false;                // of the using thread
  std::mutex mutex_;                        // held to shut the socket, which disarm() waits for
  Clock::time_point cut_at_{};              // of the watchdog's thread
};

/// One thread that looks after the watches that are added to it.
class Watchdog {
 public:
  Watchdog();
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

  void add(Watch& watch);
  /// Afterwards `watch` may go.
  void remove(Watch& watch) noexcept;

  /// REQUIRES: `watch` was added and is used by this thread.
  void arm(Watch& watch, Clock::time_point deadline);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Watch*> watches_;
  std::atomic<std::int64_t> wakes_at_{0};  // a time of Clock
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace schemac
