// Interval: its text form in PostgreSQL's own output style, "1 year 2 mons -3 days +04:05:06.5".
#include <limits>

#include "calendar_text.hpp"
#include "schemac/temporal.hpp"

namespace schemac {
namespace {

using text::TextScanner;

enum class Field { months, days, microseconds };

struct Unit {
  std::string_view name;  // without the plural's s
  Field field;
  std::int64_t factor;
};

constexpr Unit kUnits[] = {
    {"year", Field::months, 12},
    {"mon", Field::months, 1},
    {"month", Field::months, 1},
    {"week", Field::days, 7},
    {"day", Field::days, 1},
    {"hour", Field::microseconds, 3600 * text::kMicrosecondsPerSecond},
    {"min", Field::microseconds, 60 * text::kMicrosecondsPerSecond},
    {"minute", Field::microseconds, 60 * text::kMicrosecondsPerSecond},
    {"sec", Field::microseconds, text::kMicrosecondsPerSecond},
    {"second", Field::microseconds, text::kMicrosecondsPerSecond},
};

const Unit* find_unit(std::string_view word) {
  for (const Unit& unit : kUnits) {
    TextScanner scanner(word);
    if (scanner.accept_word(unit.name) && (scanner.at_end() || scanner.rest() == "s")) return &unit;
  }
  return nullptr;
}

/// Adds amount * factor to one of the fields; false where it does not fit.
template <class Int>
bool add(Int& field, std::int64_t amount, std::int64_t factor) {
  std::int64_t product = 0;
  return !__builtin_mul_overflow(amount, factor, &product) && !__builtin_add_overflow(field, product, &field);
}

bool add_unit(Interval& interval, const Unit& unit, std::int64_t amount) {
  switch (unit.field) {
    case Field::months:
      return add(interval.months, amount, unit.factor);
    case Field::days:
      return add(interval.days, amount, unit.factor);
    case Field::microseconds:
      return add(interval.microseconds, amount, unit.factor);
  }
  return false;
}

/// Minutes, seconds and the fraction after the hours of a clock: ":05:06.5". Hours have no limit here.
bool scan_clock_after_hours(TextScanner& scanner, std::int64_t sign, std::int64_t hours, Interval& interval) {
  // What follows the hours is read as the clock of hour 0.
  std::string rest = "0";
  const std::string_view remaining = scanner.rest();
  std::size_t length = 0;
  while (length < remaining.size() && !text::is_space(remaining[length])) ++length;
  rest += remaining.substr(0, length);
  TextScanner clock(rest);
  const auto within_hour = text::scan_clock(clock);
  if (!within_hour || !clock.at_end()) return false;
  scanner.skip(length);
  return add(interval.microseconds, sign * hours, 3600 * text::kMicrosecondsPerSecond) &&
         add(interval.microseconds, sign * *within_hour, 1);
}

/// One number with its unit, or the clock.
bool scan_piece(TextScanner& scanner, Interval& interval) {
  const int sign = scanner.sign().value_or(1);
  const auto amount = scanner.number(1, 18);
  if (!amount) return false;
  if (scanner.peek() == ':') return scan_clock_after_hours(scanner, sign, *amount, interval);
  scanner.skip_spaces();
  const std::string_view rest = scanner.rest();
  std::size_t length = 0;
  while (length < rest.size() && text::to_lower(rest[length]) >= 'a' && text::to_lower(rest[length]) <= 'z')
    ++length;
  const bool bare = rest.empty();  // a number alone counts seconds
  const Unit* unit = find_unit(bare ? "second" : rest.substr(0, length));
  if (unit == nullptr) return false;
  scanner.skip(length);
  return add_unit(interval, *unit, sign * *amount);
}

/// Prints "N units" pieces. A piece after a negative one takes a plus sign, so that each sign reads as its
/// own.
class IntervalPrinter {
 public:
  void unit(std::int64_t amount, std::string_view name) {
    if (amount == 0) return;
    separate();
    if (after_negative_ && amount > 0) out_ += '+';
    out_ += std::to_string(amount);
    out_ += ' ';
    out_ += name;
    if (amount != 1) out_ += 's';
    after_negative_ = amount < 0;
  }

  void clock(std::int64_t microseconds) {
    if (microseconds == 0 && !out_.empty()) return;
    separate();
    const auto magnitude = static_cast<std::uint64_t>(microseconds);
    if (microseconds < 0) {
      out_ += '-';
    } else if (after_negative_) {
      out_ += '+';
    }
    text::append_clock(out_, microseconds < 0 ? ~magnitude + 1 : magnitude);
  }

  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!out_.empty()) out_ += ' ';
  }

  std::string out_;
  bool after_negative_ = false;
};

}  // namespace

std::optional<Interval> Interval::parse(std::string_view text) {
  if (text == "infinity") return infinity();
  if (text == "-infinity") return minus_infinity();
  TextScanner scanner(text);
  Interval interval;
  do {
    scanner.skip_spaces();
    if (!scan_piece(scanner, interval)) return std::nullopt;
  } while (scanner.skip_spaces() && !scanner.at_end());
  return scanner.at_end() ? std::optional(interval) : std::nullopt;
}

std::string Interval::to_string() const {
  if (*this == infinity()) return "infinity";
  if (*this == minus_infinity()) return "-infinity";
  IntervalPrinter printer;
  printer.unit(months / 12, "year");
  printer.unit(months % 12, "mon");
  printer.unit(days, "day");
  printer.clock(microseconds);
  return printer.take();
}

}  // namespace schemac
