// How long to wait before a step that could not get its locks is tried again.
#pragma once

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

namespace schemac::migrate {

/// Decorrelated jitter: each pause is drawn between the shortest and three times the one before, up to a cap,
/// so that two who got in each other's way do not do so again.
class BackOff {
 public:
  using Duration = std::chrono::milliseconds;

  explicit BackOff(Duration total) : left_{total} {}

  /// The next pause; nothing once they would add up to more than the total.
  std::optional<Duration> next() {
    std::uniform_int_distribution<Duration::rep> between{kShortest.count(), 3 * last_.count()};
    last_ = std::min(kLongest, Duration{between(random_)});
    if (last_ > left_) return std::nullopt;
    left_ -= last_;
    return last_;
  }

 private:
  static constexpr Duration kShortest{100};
  static constexpr Duration kLongest{5000};

  Duration left_;
  Duration last_ = kShortest;
  std::minstd_rand random_{std::random_device{}()};
};

}  // namespace schemac::migrate
