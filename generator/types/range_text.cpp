// Ranges and multiranges as text. A bound runs to the next comma or closing bracket; double quotes and
// backslashes protect those; an empty bound is infinite.
#include "types/range_text.hpp"

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::string_view kForm = "a range is written like [1,10) or empty";

struct RangeText {
  bool empty = false;
  std::optional<std::string> lower;
  std::optional<std::string> upper;
};

/// Nothing read: the bound is infinite. False where a quote is left open.
bool take_bound(std::string_view& text, std::optional<std::string>& bound) {
  bool quoted = false;
  std::string content;
  bool seen = false;
  while (!text.empty() && (quoted || std::string_view(",)]").find(text.front()) == std::string_view::npos)) {
    seen = true;
    if (take(text, '"')) {
      if (quoted && !text.empty() && text.front() == '"') {
        content += '"';
        text.remove_prefix(1);
      } else {
        quoted = !quoted;
      }
      continue;
    }
    take(text, '\\');
    if (text.empty()) return false;
    content += text.front();
    text.remove_prefix(1);
  }
  if (seen) bound = std::move(content);
  return !quoted;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

std::optional<RangeText> take_range(std::string_view& text) {
  RangeText range;
  skip_spaces(text);
  if (lower_case(text.substr(0, 5)) == "empty") {
    text.remove_prefix(5);
    range.empty = true;
    return range;
  }
  if (!take(text, '[') && !take(text, '(')) return std::nullopt;
  if (!take_bound(text, range.lower) || !take(text, ',') || !take_bound(text, range.upper))
    return std::nullopt;
  if (!take(text, ']') && !take(text, ')')) return std::nullopt;
  return range;
}

TypeUse subtype_use(const model::ColumnType& subtype) {
  auto use = subtype.use({});
  return std::get<TypeUse>(use);
}

/// 2026-03-01: days that are written like that are in the order of their texts.
bool is_plain_day(std::string_view text) {
  std::string form(text);
  for (char& c : form) c = is_digit(c) ? '9' : c;
  return form == "9999-99-99";
}

bool is_over(std::string_view lower, std::string_view upper) {
  if (is_plain_day(lower) && is_plain_day(upper)) return lower > upper;
  const auto low = parse_integer(lower);
  const auto high = parse_integer(upper);
  return low && high && *low > *high;
}

std::optional<Refusal> refuse_bounds(const RangeText& range, std::string_view text, const TypeUse& type,
                                     const model::ColumnType& subtype) {
  if (range.empty) return std::nullopt;
  TypeUse use = subtype_use(subtype);
  for (const auto& bound : {range.lower, range.upper}) {
    if (!bound) continue;
    if (auto refusal = subtype.refuse_text(*bound, use)) return refusal;
  }
  if (range.lower && range.upper && is_over(trimmed(*range.lower), trimmed(*range.upper)))
    return not_a_value(text, type, "its lower bound is over its upper bound");
  return std::nullopt;
}

}  // namespace

std::optional<Refusal> refuse_range(std::string_view text, const TypeUse& type,
                                    const model::ColumnType& subtype) {
  std::string_view rest = text;
  auto range = take_range(rest);
  if (!range || !trimmed(rest).empty()) return not_a_value(text, type, kForm);
  return refuse_bounds(*range, text, type, subtype);
}

std::optional<Refusal> refuse_multirange(std::string_view text, const TypeUse& type,
                                         const model::ColumnType& subtype) {
  std::string_view rest = trimmed(text);
  Refusal form = not_a_value(text, type, "a multirange is written like {[1,3),[5,8)}");
  if (!take(rest, '{')) return form;
  skip_spaces(rest);
  bool closed = take(rest, '}');
  while (!closed) {
    auto range = take_range(rest);
    if (!range) return form;
    if (auto refusal = refuse_bounds(*range, text, type, subtype)) return refusal;
    skip_spaces(rest);
    closed = take(rest, '}');
    if (!closed && !take(rest, ',')) return form;
  }
  if (rest.empty()) return std::nullopt;
  return form;
}

}  // namespace schemac::compiler::types
