// The circuit breaker. Outcomes are counted in a ring of buckets, so that old ones fall out of the window.
#include "database/breaker.hpp"

#include <utility>

#include "schemac/error.hpp"

namespace schemac {

CircuitBreaker::Permit::~Permit() {
  if (breaker_ != nullptr) breaker_->given_up(trial_);
}

void CircuitBreaker::Permit::succeeded() {
  std::exchange(breaker_, nullptr)->ended(trial_, false, {});
}

void CircuitBreaker::Permit::failed(const std::string& why) {
  std::exchange(breaker_, nullptr)->ended(trial_, true, why);
}

CircuitBreaker::Permit CircuitBreaker::permit() {
  std::lock_guard lock{mutex_};
  const std::int64_t now = now_();
  if (state_ == State::closed) return Permit{this, 0};
  const std::int64_t pause = state_ == State::open ? options_.open_ms : options_.trial_ms;
  const bool busy = state_ == State::open || trial_under_way_;
  if (busy && now - since_ < pause)
    throw CircuitOpen{"the server is not asked for another " + std::to_string(pause - (now - since_)) +
                      " ms, since it did not answer: " + why_};
  state_ = State::half_open;
  since_ = now;
  trial_under_way_ = true;
  return Permit{this, ++trials_};
}

CircuitBreaker::State CircuitBreaker::state() const {
  std::lock_guard lock{mutex_};
  return state_;
}

void CircuitBreaker::ended(std::uint64_t trial, bool failed, const std::string& why) {
  std::lock_guard lock{mutex_};
  const std::int64_t now = now_();
  if (failed) why_ = why;
  if (state_ == State::closed) {
    count(failed, now);
    if (!failed || !too_many_failures(now)) return;
  } else if (state_ == State::open || trial != trials_) {
    return;  // begun before it opened, or a trial that was given up
  }
  state_ = failed ? State::open : State::closed;
  trial_under_way_ = false;
  since_ = now;
  buckets_.fill(Bucket{});
}

void CircuitBreaker::given_up(std::uint64_t trial) {
  std::lock_guard lock{mutex_};
  if (trial != 0 && trial == trials_) trial_under_way_ = false;
}

void CircuitBreaker::count(bool failed, std::int64_t now) {
  const std::int64_t number = now * kBuckets / options_.window_ms;
  Bucket& bucket = buckets_[static_cast<std::size_t>(number % kBuckets)];
  if (bucket.number != number) bucket = {number, 0, 0};
  ++bucket.all;
  if (failed) ++bucket.failed;
}

bool CircuitBreaker::too_many_failures(std::int64_t now) const {
  const std::int64_t newest = now * kBuckets / options_.window_ms;
  int all = 0;
  int failed = 0;
  for (const Bucket& bucket : buckets_) {
    if (newest - bucket.number >= kBuckets) continue;
    all += bucket.all;
    failed += bucket.failed;
  }
  return all >= options_.least && failed >= options_.failure_rate * all;
}

}  // namespace schemac
