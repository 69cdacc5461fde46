// Numbers and moments as arguments of rules.
#include "rules/number_text.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>

namespace schemac::compiler::rules {
namespace {

template <class T>
bool fits(std::string_view text) {
  T value{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

bool fits_shape(const std::string& text, Shape shape) {
  if (shape == Shape::int16) return fits<std::int16_t>(text);
  if (shape == Shape::int32) return fits<std::int32_t>(text);
  if (shape == Shape::int64) return fits<std::int64_t>(text);
  if (shape == Shape::float32) return std::isfinite(std::strtof(text.c_str(), nullptr));
  return std::isfinite(std::strtod(text.c_str(), nullptr));
}

/// Reads `pattern` off the front of `text`: '0' stands for a digit, all else for itself.
bool take_form(std::string_view& text, std::string_view form, std::array<int, 6>& numbers,
               std::size_t& count) {
  std::size_t at = 0;
  bool in_number = false;
  for (char expected : form) {
    if (at >= text.size()) return false;
    bool digit = text[at] >= '0' && text[at] <= '9';
    if (expected == '0' ? !digit : text[at] != expected) return false;
    if (expected == '0' && !in_number) numbers[count++] = 0;
    if (expected == '0') numbers[count - 1] = numbers[count - 1] * 10 + (text[at] - '0');
    in_number = expected == '0';
    ++at;
  }
  text.remove_prefix(form.size());
  return true;
}

bool is_day(int year, int month, int day) {
  constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year == 0 || month < 1 || month > 12 || day < 1) return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= (month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)]);
}

/// .123456 at most
bool take_fraction(std::string_view& text) {
  if (text.empty() || text[0] != '.') return true;
  std::size_t digits = 1;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  text.remove_prefix(digits);
  return digits > 1 && digits <= 7;
}

bool take_offset(std::string_view& text) {
  if (text == "Z") {
    text = {};
    return true;
  }
  std::array<int, 6> numbers{};
  std::size_t count = 0;
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  text.remove_prefix(1);
  return take_form(text, "00:00", numbers, count) && numbers[0] <= 15 && numbers[1] <= 59;
}

bool is_moment(std::string_view text, Shape shape) {
  std::array<int, 6> n{};
  std::size_t count = 0;
  if (!take_form(text, "0000-00-00", n, count) || !is_day(n[0], n[1], n[2])) return false;
  if (shape == Shape::date) return text.empty();
  if (!take_form(text, "T00:00:00", n, count) || n[3] > 23 || n[4] > 59 || n[5] > 59) return false;
  if (!take_fraction(text)) return false;
  if (shape == Shape::timestamp_tz && !take_offset(text)) return false;
  return text.empty();
}

std::string parsed_constant(std::string_view type, std::string_view text) {
  std::string name = "schemac::" + std::string(type);
  return "[]() -> const " + name + "& { static const " + name + " kValue = *" + name + "::parse(" +
         cpp_literal(text) + "); return kValue; }()";
}

}  // namespace

ArgumentForm argument_form(Shape shape) {
  if (shape <= Shape::decimal && shape >= Shape::int16) return ArgumentForm::number;
  bool moment = shape == Shape::date || shape == Shape::timestamp || shape == Shape::timestamp_tz;
  return moment ? ArgumentForm::moment : ArgumentForm::none;
}

std::optional<Refusal> refuse_number(const syntax::Value& number, const TypeUse& type) {
  bool whole = number.text.find_first_of(".eE") == std::string::npos;
  bool exact = type.shape == Shape::int16 || type.shape == Shape::int32 || type.shape == Shape::int64;
  if (exact && !whole)
    return Refusal{"`" + number.text + "` is no whole number, which " + type.sql + " holds", {}};
  bool exponent = number.text.find_first_of("eE") != std::string::npos;
  if (number.text == "-0") return Refusal{"`-0` is 0", "write 0"};
  if (type.shape == Shape::decimal && exponent)
    return Refusal{"write `" + number.text + "` without an exponent", {}};
  if (type.shape == Shape::decimal || fits_shape(number.text, type.shape)) return std::nullopt;
  return Refusal{"`" + number.text + "` is out of the range of " + type.sql, {}};
}

std::optional<Refusal> refuse_moment(std::string_view text, const TypeUse& type) {
  if (is_moment(text, type.shape)) return std::nullopt;
  std::string_view example = type.shape == Shape::date        ? "2026-12-31"
                             : type.shape == Shape::timestamp ? "2026-12-31T23:59:59"
                                                              : "2026-12-31T23:59:59+03:00";
  return Refusal{"`" + std::string(text) + "` is no value of " + type.sql,
                 "write it like \"" + std::string(example) + "\""};
}

std::string cpp_constant(std::string_view text, const TypeUse& type) {
  bool lowest = type.shape == Shape::int64 && text == "-9223372036854775808";
  if (lowest) return "-9223372036854775807 - 1";
  bool whole = text.find_first_of(".eE") == std::string_view::npos;
  if (type.shape == Shape::decimal && (!whole || text.size() > 18)) return parsed_constant("Decimal", text);
  if (type.shape == Shape::decimal) return "schemac::Decimal(" + std::string(text) + ")";
  if (type.shape == Shape::date) return parsed_constant("Date", text);
  if (type.shape == Shape::timestamp) return parsed_constant("Timestamp", text);
  if (type.shape == Shape::timestamp_tz) return parsed_constant("TimestampTz", text);
  return std::string(text);
}

}  // namespace schemac::compiler::rules
