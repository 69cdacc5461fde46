// What the text forms of dates, times and timestamps have in common: the calendar, the clock and their
// printers.
#pragma once

#include "schemac/temporal.hpp"
#include "text_scanner.hpp"

namespace schemac::text {

inline constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;
inline constexpr std::int64_t kMicrosecondsPerDay = 86'400 * kMicrosecondsPerSecond;

/// Days from 2000-01-01 to a day of the proleptic Gregorian calendar, which need not exist (it is not
/// checked).
std::int64_t days_from_civil(const CivilDate& civil);
CivilDate civil_from_days(std::int64_t days);

/// Rounds towards minus infinity, as `/` does not.
constexpr std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

/// "2024-02-29", without the era. The year as written, at least four digits.
std::optional<CivilDate> scan_date(TextScanner& scanner);
/// "13:05", "13:05:09.5": microseconds since midnight.
std::optional<std::int64_t> scan_clock(TextScanner& scanner);
/// "+05:30", "-08", "Z": seconds east of UTC.
std::optional<std::int32_t> scan_offset(TextScanner& scanner);
/// Turns the year as written into the astronomical one, with the " BC" that may follow. False for the year 0.
bool scan_era(TextScanner& scanner, CivilDate& civil);

void append_date(std::string& out, const CivilDate& civil);
/// " BC" where it is due: it goes to the very end of the text.
void append_era(std::string& out, const CivilDate& civil);
/// Hours may have any number of digits; a fraction loses its trailing zeros. REQUIRES: microseconds >= 0.
void append_clock(std::string& out, std::uint64_t microseconds);

}  // namespace schemac::text
