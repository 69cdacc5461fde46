// Each waiter has a condition variable of its own, so that waking the next one wakes nobody else. As long as
// something is idle and somebody waits, the head of the line has been woken and not yet run.
#include "pool/fair_queue.hpp"

namespace schemac {
namespace {

constexpr std::chrono::microseconds kPatience{500};

}  // namespace

Slot* FairQueue::take(Clock::time_point now) {
  bool my_turn = head_ == nullptr || now - head_->since < kPatience;
  return my_turn && !idle_.empty() ? pop() : nullptr;
}

Slot* FairQueue::wait(std::unique_lock<std::mutex>& lock, Clock::time_point now, Clock::time_point deadline) {
  Waiter me;
  me.since = now;
  enter(me);
  bool in_time = true;
  while (me.slot == nullptr && !me.refused) {
    if (head_ == &me && !idle_.empty()) me.slot = pop();
    if (me.slot != nullptr || !in_time) break;
    in_time = me.wake.wait_until(lock, deadline) == std::cv_status::no_timeout;
  }
  if (me.before != nullptr || head_ == &me) leave(me);
  if (!idle_.empty()) wake_head();
  return me.slot;
}

void FairQueue::put(Slot* slot, Clock::time_point now) {
  if (head_ == nullptr || now - head_->since < kPatience) {
    idle_.push_back(slot);
    return wake_head();
  }
  Waiter& next = *head_;
  leave(next);
  next.slot = slot;
  next.wake.notify_one();
}

void FairQueue::refuse_all() {
  while (head_ != nullptr) {
    Waiter& next = *head_;
    leave(next);
    next.refused = true;
    next.wake.notify_one();
  }
}

void FairQueue::enter(Waiter& waiter) {
  waiter.before = tail_;
  (tail_ == nullptr ? head_ : tail_->after) = &waiter;
  tail_ = &waiter;
  ++waiting_;
}

void FairQueue::leave(Waiter& waiter) {
  (waiter.before == nullptr ? head_ : waiter.before->after) = waiter.after;
  (waiter.after == nullptr ? tail_ : waiter.after->before) = waiter.before;
  waiter.before = waiter.after = nullptr;
  --waiting_;
}

Slot* FairQueue::pop() {
  Slot* slot = idle_.back();
  idle_.pop_back();
  return slot;
}

void FairQueue::wake_head() {
  if (head_ != nullptr) head_->wake.notify_one();
}

}  // namespace schemac
