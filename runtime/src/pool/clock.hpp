// The clock that pools, deadlines and back-offs go by.
#pragma once

#include <chrono>

namespace schemac {

using Clock = std::chrono::steady_clock;

inline double seconds_between(Clock::time_point from, Clock::time_point to) {
  return std::chrono::duration<double>(to - from).count();
}

}  // namespace schemac
