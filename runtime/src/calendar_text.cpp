// The calendar and the clock. Years are taken to begin in March, so that the leap day is a year's last and
// the months' lengths repeat every five (153 days); 400 such years are always 146,097 days.
#include "calendar_text.hpp"

#include <cstdint>

namespace schemac::text {
namespace {

constexpr std::int64_t kDaysPerEra = 146'097;
/// From 0000-03-01 to 2000-01-01: five eras, less January and February of 2000.
constexpr std::int64_t kEpoch = 5 * kDaysPerEra - 60;

}  // namespace

std::int64_t days_from_civil(const CivilDate& civil) {
  const std::int64_t year = std::int64_t{civil.year} - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (civil.month + 9) % 12;  // March is 0
  const std::int64_t day_of_year = (153 * month + 2) / 5 + civil.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - kEpoch;
}

CivilDate civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + kEpoch;
  const std::int64_t era = floor_divide(shifted, kDaysPerEra);
  const std::int64_t day_of_era = shifted - era * kDaysPerEra;
  // Taking the leap days out first leaves years of 365 days each.
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  CivilDate civil;
  civil.day = static_cast<std::int32_t>(day_of_year - (153 * month + 2) / 5 + 1);
  civil.month = static_cast<std::int32_t>(month < 10 ? month + 3 : month - 9);
  civil.year = static_cast<std::int32_t>(year_of_era + era * 400 + (civil.month <= 2 ? 1 : 0));
  return civil;
}

std::optional<CivilDate> scan_date(TextScanner& scanner) {
  const auto year = scanner.number(4, 7);
  if (!year || !scanner.accept('-')) return std::nullopt;
  const auto month = scanner.number(1, 2);
  if (!month || !scanner.accept('-')) return std::nullopt;
  const auto day = scanner.number(1, 2);
  if (!day) return std::nullopt;
  CivilDate civil;
  civil.year = static_cast<std::int32_t>(*year);
  civil.month = static_cast<std::int32_t>(*month);
  civil.day = static_cast<std::int32_t>(*day);
  return civil;
}

std::optional<std::int64_t> scan_clock(TextScanner& scanner) {
  const auto hours = scanner.number(1, 2);
  if (!hours || !scanner.accept(':')) return std::nullopt;
  const auto minutes = scanner.number(2, 2);
  if (!minutes) return std::nullopt;
  std::int64_t seconds = 0;
  std::int64_t fraction = 0;
  if (scanner.accept(':')) {
    const auto scanned = scanner.number(2, 2);
    if (!scanned) return std::nullopt;
    seconds = *scanned;
    if (scanner.accept('.')) {
      int digits = 0;
      for (; digits < 6 && is_digit(scanner.peek()); ++digits)
        fraction = fraction * 10 + *scanner.number(1, 1);
      if (digits == 0 || is_digit(scanner.peek())) return std::nullopt;
      for (; digits < 6; ++digits) fraction *= 10;
    }
  }
  if (*minutes > 59 || seconds > 59) return std::nullopt;
  const std::int64_t total = ((*hours * 60 + *minutes) * 60 + seconds) * kMicrosecondsPerSecond + fraction;
  return total <= kMicrosecondsPerDay ? std::optional(total) : std::nullopt;
}

std::optional<std::int32_t> scan_offset(TextScanner& scanner) {
  if (scanner.accept_word("z")) return 0;
  const std::optional<int> sign = scanner.sign();
  if (!sign) return std::nullopt;
  const auto hours = scanner.number(1, 2);
  if (!hours) return std::nullopt;
  std::int64_t minutes = 0;
  std::int64_t seconds = 0;
  if (scanner.accept(':') || is_digit(scanner.peek())) {
    const auto scanned = scanner.number(2, 2);
    if (!scanned) return std::nullopt;
    minutes = *scanned;
    if (scanner.accept(':')) {
      const auto last = scanner.number(2, 2);
      if (!last) return std::nullopt;
      seconds = *last;
    }
  }
  if (*hours > 15 || minutes > 59 || seconds > 59) return std::nullopt;
  return static_cast<std::int32_t>(*sign * ((*hours * 60 + minutes) * 60 + seconds));
}

bool scan_era(TextScanner& scanner, CivilDate& civil) {
  if (civil.year == 0) return false;
  if (scanner.accept_word(" bc")) civil.year = 1 - civil.year;
  return true;
}

void append_date(std::string& out, const CivilDate& civil) {
  append_padded(out, civil.year > 0 ? civil.year : 1 - civil.year, 4);
  out += '-';
  append_padded(out, civil.month, 2);
  out += '-';
  append_padded(out, civil.day, 2);
}

void append_era(std::string& out, const CivilDate& civil) {
  if (civil.year <= 0) out += " BC";
}

void append_clock(std::string& out, std::uint64_t microseconds) {
  const auto seconds = static_cast<std::int64_t>(microseconds / kMicrosecondsPerSecond);
  append_padded(out, seconds / 3600, 2);
  out += ':';
  append_padded(out, seconds / 60 % 60, 2);
  out += ':';
  append_padded(out, seconds % 60, 2);
  const auto fraction = static_cast<std::int64_t>(microseconds % kMicrosecondsPerSecond);
  if (fraction == 0) return;
  out += '.';
  append_padded(out, fraction, 6);
  while (out.back() == '0') out.pop_back();
}

}  // namespace schemac::text
