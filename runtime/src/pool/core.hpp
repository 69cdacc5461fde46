// The pool itself. Three kinds of threads work on it besides the callers: openers connect, the keeper closes
// what is too old and looks at what is idle, the watchdog ends what is overdue.
#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "back_off.hpp"
#include "pool/clock.hpp"
#include "pool/fair_queue.hpp"
#include "pool/slot.hpp"
#include "pool/watchdog.hpp"
#include "schemac/pool.hpp"

namespace schemac {

class Error;

class PoolCore : public std::enable_shared_from_this<PoolCore> {
 public:
  PoolCore(const std::string& connection_string, const PoolOptions& options);
  ~PoolCore();

  const PoolOptions& options() const { return options_; }
  Lease acquire(std::chrono::milliseconds patience, CallSite site);
  void give_back(Slot* slot) noexcept;
  void discard(Slot* slot) noexcept;
  void recreate();
  bool close(std::chrono::milliseconds drain);
  /// The leases that are still out own it from now on. REQUIRES: close().
  void leave_to_leases();
  PoolStatus status() const;
  std::string holders() const;

 private:
  using Lock = std::unique_lock<std::mutex>;
  using Slots = std::vector<std::unique_ptr<Slot>>;

  // Acquiring (acquire.cpp); `lock` holds mutex_.
  Slot* obtain(Clock::time_point now, Clock::time_point deadline, CallSite site);
  Slot* wait(Lock& lock, Clock::time_point start, Clock::time_point deadline, CallSite site);
  [[noreturn]] void refuse(Lock& lock, Clock::time_point start, CallSite site, const std::string& what);
  void traced(Clock::time_point start, bool acquired, CallSite site) const;
  std::string holders_locked() const;

  // Opening and keeping (keeper.cpp).
  bool wants_connection() const;
  void start_opener();
  void open_connections();
  void open_one(Lock& lock);
  void failed_to_open(const Error& error);
  void keep();
  Slots take_outdated(Clock::time_point now);
  void report_leaks(Lock& lock, Clock::time_point now);
  void stop_threads();

  /// Takes a slot out of the pool, for the caller to destroy without the mutex.
  std::unique_ptr<Slot> remove(Slot* slot);
  Slots remove_idle();
  int open() const { return static_cast<int>(slots_.size()); }

  const std::string connection_string_;
  const PoolOptions options_;
  Watchdog watchdog_;

  mutable std::mutex mutex_;  // guards everything below
  Slots slots_;
  FairQueue queue_;
  int leased_ = 0;
  std::uint64_t generation_ = 0;
  bool closing_ = false;
  bool stopped_ = false;
  std::condition_variable drained_;  // leased_ == 0
  PoolStatus counts_;                // open, idle and waiting are counted when asked for

  std::condition_variable opening_wanted_;
  int connecting_ = 0;
  Clock::time_point next_attempt_{};
  BackOff back_off_;
  std::string connect_sqlstate_;

  std::condition_variable keeper_wake_;
  std::vector<std::thread> openers_;
  std::thread keeper_;
  std::mutex closing_mutex_;                  // one close() at a time
  std::shared_ptr<PoolCore> kept_by_leases_;  // itself, once the pool is gone and leases are not
};

}  // namespace schemac
