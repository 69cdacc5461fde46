// Dates, times and intervals as PostgreSQL has them: microseconds, infinities, years before Christ.
// Conversions to and from <chrono> are in chrono.hpp, which costs more to compile.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

/// A day of the proleptic Gregorian calendar. `year` is astronomical: 0 is 1 BC, -43 is 44 BC.
struct CivilDate {
  std::int32_t year = 2000;
  std::int32_t month = 1;
  std::int32_t day = 1;

  bool operator==(const CivilDate&) const = default;
};

/// A calendar day, or one of the two infinities. Parsing and from_civil() take what PostgreSQL's date holds:
/// 4714-11-24 BC to 5874897-12-31.
class Date {
 public:
  /// 2000-01-01, where PostgreSQL counts from.
  constexpr Date() = default;
  static constexpr Date from_days(std::int32_t days) { return Date(days); }
  static constexpr Date infinity() { return Date(std::numeric_limits<std::int32_t>::max()); }
  static constexpr Date minus_infinity() { return Date(std::numeric_limits<std::int32_t>::min()); }
  /// Nothing where there is no such day, as for February 30.
  static std::optional<Date> from_civil(const CivilDate& civil);
  /// "2024-02-29", "0044-03-15 BC", "infinity", "-infinity".
  static std::optional<Date> parse(std::string_view text);

  std::string to_string() const;
  /// REQUIRES: is_finite().
  CivilDate civil() const;
  /// Days since 2000-01-01; the ends of the type's range stand for the infinities.
  constexpr std::int32_t days() const { return days_; }
  constexpr bool is_finite() const { return *this != infinity() && *this != minus_infinity(); }

  constexpr bool operator==(const Date&) const = default;
  constexpr auto operator<=>(const Date&) const = default;

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}

  std::int32_t days_ = 0;
};

/// A time of day, 00:00:00 to 24:00:00 (both included, as in PostgreSQL), to the microsecond.
class Time {
 public:
  constexpr Time() = default;
  static constexpr Time from_microseconds(std::int64_t since_midnight) { return Time(since_midnight); }
  /// "13:05", "13:05:09", "13:05:09.123456".
  static std::optional<Time> parse(std::string_view text);

  std::string to_string() const;
  /// Since midnight.
  constexpr std::int64_t microseconds() const { return microseconds_; }

  constexpr bool operator==(const Time&) const = default;
  constexpr auto operator<=>(const Time&) const = default;

 private:
  constexpr explicit Time(std::int64_t microseconds) : microseconds_(microseconds) {}

  std::int64_t microseconds_ = 0;
};

/// A time of day with an offset from UTC. Equal only where both are equal; ordered by the instant first and
/// by the offset, eastern before western, second: PostgreSQL's own order.
class TimeTz {
 public:
  constexpr TimeTz() = default;
  /// `utc_offset` in seconds, east of Greenwich positive.
  constexpr TimeTz(Time time, std::int32_t utc_offset) : time_(time), utc_offset_(utc_offset) {}
  /// "13:05:09.5+05:30", "13:05Z".
  static std::optional<TimeTz> parse(std::string_view text);

  std::string to_string() const;
  constexpr Time time() const { return time_; }
  constexpr std::int32_t utc_offset() const { return utc_offset_; }

  constexpr bool operator==(const TimeTz&) const = default;
  constexpr std::strong_ordering operator<=>(const TimeTz& other) const {
    const auto by_instant = instant() <=> other.instant();
    return by_instant != 0 ? by_instant : other.utc_offset_ <=> utc_offset_;
  }

 private:
  constexpr std::int64_t instant() const {
    return time_.microseconds() - std::int64_t{utc_offset_} * 1'000'000;
  }

  Time time_;
  std::int32_t utc_offset_ = 0;
};

/// A date and a time of day in no time zone, or an infinity. Parsing takes what PostgreSQL's timestamp holds:
/// 4714-11-24 00:00:00 BC to 294276-12-31 23:59:59.999999.
class Timestamp {
 public:
  /// 2000-01-01 00:00:00.
  constexpr Timestamp() = default;
  static constexpr Timestamp from_microseconds(std::int64_t since_2000) { return Timestamp(since_2000); }
  static constexpr Timestamp infinity() { return Timestamp(std::numeric_limits<std::int64_t>::max()); }
  static constexpr Timestamp minus_infinity() { return Timestamp(std::numeric_limits<std::int64_t>::min()); }
  /// Nothing where the result is beyond the type's range. An infinite date gives the same infinity.
  static std::optional<Timestamp> from_parts(Date date, Time time);
  /// "2024-02-29 13:05:09.5", "2024-02-29T13:05:09", "0044-03-15 12:00:00 BC", "infinity". A bare date is its
  /// midnight.
  static std::optional<Timestamp> parse(std::string_view text);

  std::string to_string() const;
  /// REQUIRES for both: is_finite().
  Date date() const;
  Time time() const;
  /// Since 2000-01-01 00:00:00; the ends of the type's range stand for the infinities.
  constexpr std::int64_t microseconds() const { return microseconds_; }
  constexpr bool is_finite() const { return *this != infinity() && *this != minus_infinity(); }

  constexpr bool operator==(const Timestamp&) const = default;
  constexpr auto operator<=>(const Timestamp&) const = default;

 private:
  constexpr explicit Timestamp(std::int64_t microseconds) : microseconds_(microseconds) {}

  std::int64_t microseconds_ = 0;
};

/// An instant, or an infinity. Like PostgreSQL's timestamptz it keeps no zone; it prints in UTC ("+00").
class TimestampTz {
 public:
  /// 2000-01-01 00:00:00+00.
  constexpr TimestampTz() = default;
  static constexpr TimestampTz from_microseconds(std::int64_t since_2000) { return TimestampTz(since_2000); }
  static constexpr TimestampTz from_utc(Timestamp utc) { return TimestampTz(utc.microseconds()); }
  static constexpr TimestampTz infinity() { return from_utc(Timestamp::infinity()); }
  static constexpr TimestampTz minus_infinity() { return from_utc(Timestamp::minus_infinity()); }
  /// The system's clock.
  static TimestampTz now();
  /// As Timestamp::parse, with an offset: "2024-02-29 13:05:09.5+03", "2024-02-29T10:05:09Z",
  /// "0044-03-15 12:00:00+00 BC". A text without an offset is refused: nothing here knows the session's zone.
  static std::optional<TimestampTz> parse(std::string_view text);

  std::string to_string() const;
  constexpr Timestamp utc() const { return Timestamp::from_microseconds(microseconds_); }
  /// Since 2000-01-01 00:00:00 UTC.
  constexpr std::int64_t microseconds() const { return microseconds_; }
  constexpr bool is_finite() const { return utc().is_finite(); }

  constexpr bool operator==(const TimestampTz&) const = default;
  constexpr auto operator<=>(const TimestampTz&) const = default;

 private:
  constexpr explicit TimestampTz(std::int64_t microseconds) : microseconds_(microseconds) {}

  std::int64_t microseconds_ = 0;
};

/// A span in three units that do not convert into one another: months, days and microseconds.
/// Equality compares the three fields. It is stricter than PostgreSQL's, which takes a month for 30 days and
/// a day for 24 hours; there is no order, for the same reason.
struct Interval {
  std::int32_t months = 0;
  std::int32_t days = 0;
  std::int64_t microseconds = 0;

  /// PostgreSQL 17 and later have infinite intervals: all three fields at the end of their range. Earlier
  /// servers take the same bytes for the longest finite interval; here it prints as "infinity" all the same.
  static constexpr Interval infinity() {
    return {std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max(),
            std::numeric_limits<std::int64_t>::max()};
  }
  static constexpr Interval minus_infinity() {
    return {std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min(),
            std::numeric_limits<std::int64_t>::min()};
  }
  /// PostgreSQL's output style: "1 year 2 mons -3 days +04:05:06.5", and "weeks", "hours", "minutes",
  /// "seconds" spelled out. Numbers before a unit are whole; a last one without a unit counts seconds.
  static std::optional<Interval> parse(std::string_view text);

  std::string to_string() const;

  constexpr bool operator==(const Interval&) const = default;
};

}  // namespace schemac
