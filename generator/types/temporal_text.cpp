// Dates and times as text. PostgreSQL's input takes hundreds of forms; the ISO form is checked field by
// field, and beyond it only what no form allows is refused.
#include "types/temporal_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::int64_t kMaxDateYear = 5'874'897;
constexpr std::int64_t kMinYearBc = 4714;
constexpr std::int64_t kMaxZoneHours = 15;

std::int64_t days_in(std::int64_t month, std::int64_t year) {
  constexpr std::array<std::int64_t, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::int64_t to_number(std::string_view digits) {
  return parse_integer(digits).value_or(INT64_MAX);
}

struct DateFields {
  std::int64_t year = 0;
  std::int64_t month = 0;
  std::int64_t day = 0;
};

std::string date_mistake(const DateFields& date, bool before_christ) {
  if (date.year == 0) return "there is no year 0";
  if (date.year > (before_christ ? kMinYearBc : kMaxDateYear)) return "the year is out of range";
  if (date.month < 1 || date.month > 12) return "there is no month " + std::to_string(date.month);
  std::int64_t year = before_christ ? 1 - date.year : date.year;
  if (date.day >= 1 && date.day <= days_in(date.month, year)) return {};
  return "that month has no day " + std::to_string(date.day);
}

/// yyyy-m-d
std::optional<DateFields> take_date(std::string_view& text) {
  std::string_view rest = text;
  std::string_view year = take_digits(rest);
  if (year.size() < 4 || !take(rest, '-')) return std::nullopt;
  std::string_view month = take_digits(rest);
  if (month.empty() || month.size() > 2 || !take(rest, '-')) return std::nullopt;
  std::string_view day = take_digits(rest);
  if (day.empty() || day.size() > 2) return std::nullopt;
  text = rest;
  return DateFields{to_number(year), to_number(month), to_number(day)};
}

/// h:mm[:ss[.ffffff]]
bool take_time(std::string_view& text, std::string& mistake) {
  std::string_view rest = text;
  std::string_view hour = take_digits(rest);
  if (hour.empty() || hour.size() > 2 || !take(rest, ':')) return false;
  std::string_view minute = take_digits(rest);
  if (minute.size() != 2) return false;
  std::string_view second;
  if (take(rest, ':')) {
    second = take_digits(rest);
    if (second.size() != 2) return false;
    if (take(rest, '.')) take_digits(rest);
  }
  text = rest;
  std::int64_t h = to_number(hour);
  if (h > 24 || (h == 24 && minute != "00")) mistake = "there is no hour " + std::string(hour);
  if (to_number(minute) > 59) mistake = "there is no minute " + std::string(minute);
  if (!second.empty() && to_number(second) > 60) mistake = "there is no second " + std::string(second);
  return true;
}

/// Z or [+-]hh[[:]mm[:ss]]
bool take_zone(std::string_view& text, std::string& mistake) {
  if (take(text, 'Z') || take(text, 'z')) return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  std::string_view hours = take_digits(text);
  if (hours.empty() || hours.size() == 3 || hours.size() > 4) return false;
  std::string_view minutes = hours.size() == 4 ? hours.substr(2) : std::string_view("00");
  if (take(text, ':')) {
    minutes = take_digits(text);
    if (minutes.size() != 2) return false;
    if (take(text, ':') && take_digits(text).size() != 2) return false;
  }
  if (to_number(hours.substr(0, 2)) > kMaxZoneHours) mistake = "the offset is over 15 hours";
  if (to_number(minutes) > 59) mistake = "the offset has over 59 minutes";
  return true;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

/// "2026-12", which no form of a date is, whatever follows.
bool ends_at_the_month(std::string_view text) {
  text = trimmed(text);
  if (take_digits(text).size() < 4 || !take(text, '-')) return false;
  const std::size_t month = take_digits(text).size();
  return (month == 1 || month == 2) && (text.empty() || (text.front() != '-' && !is_letter(text.front())));
}

bool has_special_word(const std::string& lower) {
  for (std::string_view word : {"now", "today", "tomorrow", "yesterday", "epoch", "inf", "allballs"}) {
    if (lower.find(word) != std::string::npos) return true;
  }
  return false;
}

std::string example(const TemporalParts& parts) {
  if (!parts.time) return "\"2026-12-31\"";
  return std::string("\"") + (parts.date ? "2026-12-31T" : "") + "23:59:59" + (parts.zone ? "+03:00" : "") +
         "\"";
}

}  // namespace

IsoReading read_iso(std::string_view text) {
  IsoReading reading;
  text = trimmed(text);
  std::optional<DateFields> date = take_date(text);
  reading.has.date = date.has_value();
  if (date && (take(text, 'T') || take(text, 't'))) {
    if (text.empty() || !is_digit(text.front())) return reading;
  } else {
    skip_spaces(text);
  }
  std::string mistake;
  reading.has.time = take_time(text, mistake);
  if (!reading.has.date && !reading.has.time) return reading;
  skip_spaces(text);
  if (reading.has.time) reading.has.zone = take_zone(text, mistake);
  skip_spaces(text);
  std::string era = lower_case(text);
  reading.iso = era.empty() || (date && (era == "bc" || era == "ad"));
  if (date) reading.mistake = date_mistake(*date, era == "bc");
  if (reading.mistake.empty()) reading.mistake = mistake;
  return reading;
}

TemporalParts parts_of(Shape shape) {
  bool zone = shape == Shape::time_tz || shape == Shape::timestamp_tz;
  bool bare_time = shape == Shape::time || shape == Shape::time_tz;
  return {!bare_time, shape != Shape::date, zone};
}

std::optional<Refusal> refuse_temporal(std::string_view text, const TypeUse& type) {
  IsoReading reading = read_iso(text);
  if (reading.iso && !reading.mistake.empty()) return not_a_value(text, type, reading.mistake);
  bool wants_date = parts_of(type.shape).date;
  if (reading.iso && wants_date && !reading.has.date) return not_a_value(text, type, "it has no date");
  if (reading.iso && !wants_date && !reading.has.time) return not_a_value(text, type, "it has no time");
  if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
    return not_a_value(text, type, "its words are ASCII");
  if (wants_date && ends_at_the_month(text)) return not_a_value(text, type, "it has no day");
  if (reading.iso || has_digit(text) || has_special_word(lower_case(text))) return std::nullopt;
  return not_a_value(text, type, "it has no digits");
}

LiteralResult temporal_literal(const syntax::Value& json, const TypeUse& type) {
  if (!json.is(syntax::Kind::string)) return wrong_kind(json, "a string", type);
  TemporalParts wanted = parts_of(type.shape);
  if (wanted.date && (json.text == "infinity" || json.text == "-infinity")) return Literal{json.text};
  IsoReading reading = read_iso(json.text);
  Refusal refusal = not_a_value(json.text, type, "it is written like " + example(wanted));
  refusal.help = "what depends on the moment goes into `default_sql`: \"now()\"";
  if (!reading.iso || reading.has.date != wanted.date || (reading.has.time && !wanted.time)) return refusal;
  if (!reading.mistake.empty()) return not_a_value(json.text, type, reading.mistake);
  if (reading.has.zone == wanted.zone && (reading.has.time || !wanted.zone)) return Literal{json.text};
  if (!wanted.zone) return not_a_value(json.text, type, "PostgreSQL would drop the offset");
  return not_a_value(json.text, type, "without an offset it depends on the session's time zone");
}

UseResult use_with_seconds(Parameters parameters, std::string_view name, std::string_view sql,
                           std::string_view suffix, Shape shape) {
  constexpr std::int64_t kMaxSecondDigits = 6;
  std::string precision;
  if (parameters.size() > 1)
    return Refusal{"`" + std::string(name) + "` takes one parameter, the digits of its seconds", {}};
  if (parameters.size() == 1) {
    auto digits = number_parameter(parameters[0], name, "precision", 0, kMaxSecondDigits);
    if (auto* refusal = std::get_if<Refusal>(&digits)) {
      refusal->help = "PostgreSQL keeps microseconds, 6 digits, where none are given";
      return *refusal;
    }
    precision = "(" + std::to_string(std::get<std::int64_t>(digits)) + ")";
  }
  return plain_use(std::string(sql) + precision + std::string(suffix), shape);
}

}  // namespace schemac::compiler::types
