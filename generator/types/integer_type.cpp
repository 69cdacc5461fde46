// smallint, integer, bigint and their serial spellings: whole numbers that differ in their range alone.
#include "types/integer_type.hpp"

#include <limits>

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

struct Range {
  std::int64_t low;
  std::int64_t high;
};

template <class T>
constexpr Range range_of() {
  return {std::numeric_limits<T>::min(), std::numeric_limits<T>::max()};
}

Range range_of(Shape shape) {
  if (shape == Shape::int16) return range_of<std::int16_t>();
  return shape == Shape::int32 ? range_of<std::int32_t>() : range_of<std::int64_t>();
}

/// [+-]digits: what the input functions read, and what may still be out of range.
bool has_integer_form(std::string_view text) {
  if (!take(text, '-')) take(text, '+');
  return !text.empty() && take_digits(text).size() > 0 && text.empty();
}

std::optional<Refusal> refuse_range(std::string_view text, const TypeUse& type) {
  Range range = range_of(type.shape);
  auto number = parse_integer(text);
  if (number && *number >= range.low && *number <= range.high) return std::nullopt;
  Refusal refusal =
      not_a_value(text, type, "it takes " + std::to_string(range.low) + " to " + std::to_string(range.high));
  if (number) refusal.help = type.shape == Shape::int16 ? "use `integer` or `bigint`" : "use `bigint`";
  return refusal;
}

}  // namespace

LiteralResult integer_literal(const syntax::Value& json, const TypeUse& type) {
  if (!json.is(syntax::Kind::number)) return wrong_kind(json, "a number", type);
  if (!has_integer_form(json.text))
    return not_a_value(json.text, type, "it takes whole numbers, digits only");
  if (auto refusal = refuse_range(json.text, type)) return *refusal;
  return Literal{json.text == "-0" ? "0" : json.text, true};
}

std::optional<Refusal> refuse_integer(std::string_view text, const TypeUse& type) {
  std::string_view number = trimmed(text);
  if (has_integer_form(number)) return refuse_range(number, type);
  // Newer servers take 0xff and 1_000.
  bool newer_form = number.find_first_of("_xXoObB") != std::string_view::npos;
  if (newer_form && number.find_first_of("0123456789") != std::string_view::npos) return std::nullopt;
  return not_a_value(text, type, "it takes whole numbers");
}

TypeUse serial_use(std::string_view sql, Shape shape) {
  TypeUse use = plain_use(sql, shape);
  use.serial = true;
  return use;
}

}  // namespace schemac::compiler::types
