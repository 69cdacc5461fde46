// interval(p): months, days and microseconds. Its texts are "1 day 02:00", "P1DT2H" and many more; a word
// that is no unit of time is wrong in all of them.
#include <algorithm>
#include <array>

#include "types/temporal_text.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::size_t kSignificantLetters = 10;  // PostgreSQL compares no more of a word

/// Every unit that PostgreSQL knows, cut to the significant letters, and "e" of an exponent.
constexpr std::array<std::string_view, 64> kUnits{
    "ago",        "c",          "cent",    "centuries", "century",  "d",          "day",      "days",
    "dec",        "decade",     "decades", "decs",      "e",        "h",          "hour",     "hours",
    "hr",         "hrs",        "inf",     "infinity",  "m",        "microsecon", "mil",      "millennia",
    "millennium", "millisecon", "mils",    "min",       "mins",     "minute",     "minutes",  "mon",
    "mons",       "month",      "months",  "ms",        "msec",     "msecond",    "mseconds", "msecs",
    "qtr",        "quarter",    "s",       "sec",       "second",   "seconds",    "secs",     "timezone",
    "undefined",  "us",         "usec",    "usecond",   "useconds", "usecs",      "w",        "week",
    "weeks",      "y",          "year",    "years",     "yr",       "yrs",        "t",        "z"};

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  std::string lower = lower_case(trimmed(text));
  if (!lower.empty() && lower.front() == 'p')
    return std::nullopt;  // ISO 8601, of which PostgreSQL takes even "PT"
  bool has_digit = lower.find_first_of("0123456789") != std::string::npos;
  if (!has_digit && lower.find("inf") == std::string::npos)
    return not_a_value(text, type, "it has no digits");
  if (std::any_of(lower.begin(), lower.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
    return not_a_value(text, type, "units of time are ASCII words");
  if (lower.find('_') != std::string::npos) return std::nullopt;
  for (auto begin = lower.begin();;) {
    begin = std::find_if(begin, lower.end(), is_letter);
    if (begin == lower.end()) return std::nullopt;
    auto end = std::find_if_not(begin, lower.end(), is_letter);
    std::string word(begin, end);
    if (std::find(kUnits.begin(), kUnits.end(), word.substr(0, kSignificantLetters)) == kUnits.end()) {
      return not_a_value(text, type, "`" + word + "` is no unit of time");
    }
    begin = end;
  }
}

UseResult use(Parameters parameters) {
  return use_with_seconds(parameters, "interval", "interval", "", Shape::interval);
}

}  // namespace

const model::ColumnType& interval_type() {
  static const ScalarType kType{{.spellings = {"interval"},
                                 .plain = plain_use("interval", Shape::interval),
                                 .use = use,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
