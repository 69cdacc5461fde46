// Idle connections and the callers that wait for one: eventually fair. A newcomer may take what a waiter has
// been woken for, which keeps connections busy, until the waiter at the head has waited for half a
// millisecond; then what comes back is handed to it, and nobody gets in between.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <vector>

#include "pool/clock.hpp"

namespace schemac {

struct Slot;

/// Guarded by its owner's mutex, which every function needs to be held.
class FairQueue {
 public:
  explicit FairQueue(std::size_t most_idle) { idle_.reserve(most_idle); }

  /// An idle slot, the one used last; nullptr when there is none, or when it is somebody else's turn.
  Slot* take(Clock::time_point now);

  /// Waits in line for a slot; nullptr at the deadline or after refuse_all(). `lock` holds the owner's mutex,
  /// and is released meanwhile.
  Slot* wait(std::unique_lock<std::mutex>& lock, Clock::time_point now, Clock::time_point deadline);

  /// A slot that has come free, or is new. REQUIRES: room for it.
  void put(Slot* slot, Clock::time_point now);

  /// Sends all away who wait now.
  void refuse_all();

  std::size_t waiting() const { return waiting_; }

  /// Those that nobody has; whoever removes some keeps the order.
  std::vector<Slot*>& idle() { return idle_; }

 private:
  struct Waiter {
    Clock::time_point since;
    std::condition_variable wake;
    Slot* slot = nullptr;
    bool refused = false;
    Waiter* before = nullptr;
    Waiter* after = nullptr;
  };

  void enter(Waiter& waiter);
  void leave(Waiter& waiter);
  Slot* pop();
  void wake_head();

  std::vector<Slot*> idle_;
  Waiter* head_ = nullptr;
  Waiter* tail_ = nullptr;
  std::size_t waiting_ = 0;
};

}  // namespace schemac
