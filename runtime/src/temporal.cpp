// Date, Time, TimeTz, Timestamp and TimestampTz: their limits and text forms, on top of the calendar.
#include "schemac/temporal.hpp"

#include <ctime>

#include "calendar_text.hpp"

namespace schemac {
namespace {

using text::TextScanner;

constexpr std::string_view kInfinity = "infinity";
constexpr std::string_view kMinusInfinity = "-infinity";

// 4714-11-24 BC is Julian day 0, where date and timestamp begin.
constexpr std::int64_t kFirstDay = -2'451'545;
constexpr std::int64_t kDayAfterLastDate = 2'145'031'949;     // 5874898-01-01
constexpr std::int64_t kDayAfterLastTimestamp = 106'751'983;  // 294277-01-01

/// The infinity that a text names, for each of the types that have both.
template <class T>
std::optional<T> parse_infinity(std::string_view text) {
  TextScanner scanner(text);
  const bool negative = scanner.sign() == -1;
  if (!scanner.accept_word(kInfinity) || !scanner.at_end()) return std::nullopt;
  return negative ? T::minus_infinity() : T::infinity();
}

/// The date, the time and the offset that a text has, in the order in which PostgreSQL prints them.
struct TimestampPieces {
  Timestamp local;
  std::optional<std::int32_t> utc_offset;
};

std::optional<TimestampPieces> scan_timestamp(TextScanner& scanner) {
  auto civil = text::scan_date(scanner);
  if (!civil) return std::nullopt;
  std::int64_t clock = 0;
  TimestampPieces pieces;
  if (scanner.accept_word("t") ||
      (scanner.rest().size() > 1 && text::is_digit(scanner.rest()[1]) && scanner.accept(' '))) {
    const auto scanned = text::scan_clock(scanner);
    if (!scanned) return std::nullopt;
    clock = *scanned;
    pieces.utc_offset = text::scan_offset(scanner);
  }
  if (!text::scan_era(scanner, *civil) || !scanner.at_end()) return std::nullopt;
  const auto date = Date::from_civil(*civil);
  if (!date) return std::nullopt;
  const auto local = Timestamp::from_parts(*date, Time::from_microseconds(clock));
  if (!local) return std::nullopt;
  pieces.local = *local;
  return pieces;
}

bool is_timestamp(std::int64_t microseconds) {
  return microseconds >= kFirstDay * text::kMicrosecondsPerDay &&
         microseconds < kDayAfterLastTimestamp * text::kMicrosecondsPerDay;
}

/// "+05:30", in as few pieces as say it.
void append_offset(std::string& out, std::int32_t seconds_east) {
  out += seconds_east < 0 ? '-' : '+';
  const std::int64_t seconds = seconds_east < 0 ? -std::int64_t{seconds_east} : seconds_east;
  text::append_padded(out, seconds / 3600, 2);
  if (seconds % 3600 == 0) return;
  out += ':';
  text::append_padded(out, seconds / 60 % 60, 2);
  if (seconds % 60 == 0) return;
  out += ':';
  text::append_padded(out, seconds % 60, 2);
}

std::string print_timestamp(Timestamp at, std::string_view zone) {
  if (at == Timestamp::infinity()) return std::string(kInfinity);
  if (at == Timestamp::minus_infinity()) return std::string(kMinusInfinity);
  std::string out;
  const CivilDate civil = at.date().civil();
  text::append_date(out, civil);
  out += ' ';
  text::append_clock(out, static_cast<std::uint64_t>(at.time().microseconds()));
  out += zone;
  text::append_era(out, civil);
  return out;
}

}  // namespace

std::optional<Date> Date::from_civil(const CivilDate& civil) {
  if (civil.month < 1 || civil.month > 12 || civil.day < 1 || civil.day > 31) return std::nullopt;
  const std::int64_t days = text::days_from_civil(civil);
  // A day that its month does not have comes back as another one.
  if (days < kFirstDay || days >= kDayAfterLastDate || text::civil_from_days(days) != civil)
    return std::nullopt;
  return from_days(static_cast<std::int32_t>(days));
}

std::optional<Date> Date::parse(std::string_view text) {
  TextScanner scanner(text);
  auto civil = text::scan_date(scanner);
  if (!civil) return parse_infinity<Date>(text);
  if (!text::scan_era(scanner, *civil) || !scanner.at_end()) return std::nullopt;
  return from_civil(*civil);
}

std::string Date::to_string() const {
  if (*this == infinity()) return std::string(kInfinity);
  if (*this == minus_infinity()) return std::string(kMinusInfinity);
  std::string out;
  text::append_date(out, civil());
  text::append_era(out, civil());
  return out;
}

CivilDate Date::civil() const {
  return text::civil_from_days(days_);
}

std::optional<Time> Time::parse(std::string_view text) {
  TextScanner scanner(text);
  const auto clock = text::scan_clock(scanner);
  if (!clock || !scanner.at_end()) return std::nullopt;
  return from_microseconds(*clock);
}

std::string Time::to_string() const {
  std::string out;
  text::append_clock(out, static_cast<std::uint64_t>(microseconds_));
  return out;
}

std::optional<TimeTz> TimeTz::parse(std::string_view text) {
  TextScanner scanner(text);
  const auto clock = text::scan_clock(scanner);
  if (!clock) return std::nullopt;
  const auto offset = text::scan_offset(scanner);
  if (!offset || !scanner.at_end()) return std::nullopt;
  return TimeTz(Time::from_microseconds(*clock), *offset);
}

std::string TimeTz::to_string() const {
  std::string out = time_.to_string();
  append_offset(out, utc_offset_);
  return out;
}

std::optional<Timestamp> Timestamp::from_parts(Date date, Time time) {
  if (date == Date::infinity()) return infinity();
  if (date == Date::minus_infinity()) return minus_infinity();
  if (date.days() < kFirstDay || date.days() >= kDayAfterLastTimestamp) return std::nullopt;
  const std::int64_t microseconds = date.days() * text::kMicrosecondsPerDay + time.microseconds();
  if (!is_timestamp(microseconds)) return std::nullopt;
  return from_microseconds(microseconds);
}

std::optional<Timestamp> Timestamp::parse(std::string_view text) {
  if (const auto infinite = parse_infinity<Timestamp>(text)) return infinite;
  TextScanner scanner(text);
  const auto pieces = scan_timestamp(scanner);
  if (!pieces || pieces->utc_offset) return std::nullopt;
  return pieces->local;
}

std::string Timestamp::to_string() const {
  return print_timestamp(*this, "");
}

Date Timestamp::date() const {
  return Date::from_days(
      static_cast<std::int32_t>(text::floor_divide(microseconds_, text::kMicrosecondsPerDay)));
}

Time Timestamp::time() const {
  const std::int64_t day = text::floor_divide(microseconds_, text::kMicrosecondsPerDay);
  // The product is taken modulo 2^64: near the ends of the range it alone would overflow, the difference not.
  const auto start = static_cast<std::uint64_t>(day) * static_cast<std::uint64_t>(text::kMicrosecondsPerDay);
  return Time::from_microseconds(
      static_cast<std::int64_t>(static_cast<std::uint64_t>(microseconds_) - start));
}

TimestampTz TimestampTz::now() {
  constexpr std::int64_t kUnixEpoch = -10'957 * text::kMicrosecondsPerDay;
  timespec at{};
  clock_gettime(CLOCK_REALTIME, &at);
  return TimestampTz(kUnixEpoch + at.tv_sec * text::kMicrosecondsPerSecond + at.tv_nsec / 1000);
}

std::optional<TimestampTz> TimestampTz::parse(std::string_view text) {
  if (const auto infinite = parse_infinity<TimestampTz>(text)) return infinite;
  TextScanner scanner(text);
  const auto pieces = scan_timestamp(scanner);
  if (!pieces || !pieces->utc_offset) return std::nullopt;
  const std::int64_t utc = pieces->local.microseconds() - *pieces->utc_offset * text::kMicrosecondsPerSecond;
  if (!is_timestamp(utc)) return std::nullopt;
  return from_microseconds(utc);
}

std::string TimestampTz::to_string() const {
  return print_timestamp(utc(), "+00");
}

}  // namespace schemac
