// Conversions between our temporal values and <chrono>. No other header includes this one: <chrono> is dear.
#pragma once

#include <chrono>

#include "schemac/temporal.hpp"

namespace schemac {

/// 2000-01-01 00:00:00 UTC, which PostgreSQL counts from.
inline constexpr std::chrono::sys_days kPostgresEpoch{std::chrono::days{10957}};

/// REQUIRES for every to_chrono: the value is finite.
inline std::chrono::sys_days to_chrono(Date date) {
  return kPostgresEpoch + std::chrono::days{date.days()};
}
inline std::chrono::microseconds to_chrono(Time time) {
  return std::chrono::microseconds{time.microseconds()};
}
inline std::chrono::local_time<std::chrono::microseconds> to_chrono(Timestamp at) {
  return std::chrono::local_time<std::chrono::microseconds>{kPostgresEpoch.time_since_epoch() +
                                                            std::chrono::microseconds{at.microseconds()}};
}
inline std::chrono::sys_time<std::chrono::microseconds> to_chrono(TimestampTz at) {
  return kPostgresEpoch + std::chrono::microseconds{at.microseconds()};
}

inline Date from_chrono(std::chrono::sys_days day) {
  return Date::from_days(static_cast<std::int32_t>((day - kPostgresEpoch).count()));
}
inline Timestamp from_chrono(std::chrono::local_time<std::chrono::microseconds> at) {
  return Timestamp::from_microseconds((at.time_since_epoch() - kPostgresEpoch.time_since_epoch()).count());
}
inline TimestampTz from_chrono(std::chrono::sys_time<std::chrono::microseconds> at) {
  return TimestampTz::from_microseconds((at - kPostgresEpoch).count());
}

}  // namespace schemac
