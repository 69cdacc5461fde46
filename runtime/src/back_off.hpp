// How long to wait before something is tried again.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

namespace schemac {

/// Decorrelated jitter: each pause is drawn between the shortest and three times the one before, up to a cap,
/// so that two who got in each other's way do not do so again.
class BackOff {
 public:
  using Duration = std::chrono::milliseconds;

  explicit BackOff(Duration total, Duration shortest = Duration{100}, Duration longest = Duration{5000})
      : left_{total}, shortest_{shortest}, longest_{longest}, last_{shortest} {}

  /// The next pause; nothing once they would add up to more than the total.
  std::optional<Duration> next() {
    std::uniform_int_distribution<Duration::rep> between{shortest_.count(), 3 * last_.count()};
    last_ = std::min(longest_, Duration{between(random_)});
    if (last_ > left_) return std::nullopt;
    left_ -= last_;
    return last_;
  }

  /// The next pause is a short one again.
  void start_over() { last_ = shortest_; }

 private:
  Duration left_;
  Duration shortest_;
  Duration longest_;
  Duration last_;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace schemac
