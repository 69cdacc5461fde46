// numeric(p,s): exact decimals of up to p digits, s of them after the point. A negative s rounds to tens; s
// may be over p (numeric(5,7) holds up to 0.0099999).
#include "types/scalar_type.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

constexpr std::int64_t kMaxPrecision = 1000;
constexpr std::int64_t kMaxScale = 1000;

UseResult use(Parameters parameters) {
  TypeUse use = plain_use("numeric", Shape::decimal);
  if (parameters.empty()) return use;
  if (parameters.size() > 2)
    return Refusal{"`numeric` takes a precision and a scale", "write `numeric(12,2)`"};
  auto precision = number_parameter(parameters[0], "numeric", "precision", 1, kMaxPrecision);
  if (auto* refusal = std::get_if<Refusal>(&precision)) return *refusal;
  use.precision = static_cast<std::uint32_t>(std::get<std::int64_t>(precision));
  if (parameters.size() == 2) {
    auto scale = number_parameter(parameters[1], "numeric", "scale", -kMaxScale, kMaxScale);
    if (auto* refusal = std::get_if<Refusal>(&scale)) return *refusal;
    use.scale = static_cast<std::int32_t>(std::get<std::int64_t>(scale));
  }
  use.sql += "(" + std::to_string(use.precision) + "," + std::to_string(use.scale) + ")";
  return use;
}

/// Digits before the point once the number is rounded to the type's scale: half goes away from zero, and a
/// carry out of 9…9 makes one more.
std::int64_t whole_digits(const DecimalParts& number, std::int64_t scale) {
  std::int64_t digits = static_cast<std::int64_t>(number.digits.size()) - number.scale;
  std::int64_t kept = digits + scale;  // how many of number.digits stay
  if (number.digits.empty() || kept < 0) return -scale;
  if (kept >= static_cast<std::int64_t>(number.digits.size())) return digits;
  std::string_view rest(number.digits);
  bool carry = rest[static_cast<std::size_t>(kept)] >= '5';
  bool all_nines =
      rest.substr(0, static_cast<std::size_t>(kept)).find_first_not_of('9') == std::string_view::npos;
  return carry && all_nines ? digits + 1 : digits;
}

std::optional<Refusal> refuse_overflow(std::string_view text, const DecimalParts& number,
                                       const TypeUse& type) {
  std::int64_t room = static_cast<std::int64_t>(type.precision) - type.scale;
  if (type.precision == 0 || whole_digits(number, type.scale) <= room) return std::nullopt;
  return not_a_value(text, type, "it takes up to " + std::to_string(room) + " digits before the point");
}

bool is_infinity(std::string_view lower) {
  if (!take(lower, '-')) take(lower, '+');
  return lower == "infinity" || lower == "inf";
}

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  std::string_view number = trimmed(text);
  if (auto parts = parse_decimal(number)) return refuse_overflow(number, *parts, type);
  std::string lower = lower_case(number);
  if (lower == "nan") return std::nullopt;
  if (is_infinity(lower)) {
    if (type.precision == 0) return std::nullopt;
    return not_a_value(text, type, "a precision leaves no room for infinity");
  }
  // A huge exponent, or what newer servers take (0xff, 1_000): theirs to judge.
  constexpr std::string_view kParts = "0123456789abcdefxo_+-.";
  const bool may_be_one = lower.find_first_not_of(kParts) == std::string::npos;
  if (may_be_one && lower.find_first_of("0123456789") != std::string::npos) return std::nullopt;
  return not_a_value(text, type, "it takes a number");
}

LiteralResult literal(const syntax::Value& json, const TypeUse& type) {
  if (json.is(syntax::Kind::string)) {
    if (json.text != "NaN") return wrong_kind(json, "a number (or \"NaN\")", type);
    return Literal{json.text};
  }
  if (!json.is(syntax::Kind::number)) return wrong_kind(json, "a number", type);
  auto parts = parse_decimal(json.text);
  if (!parts) return not_a_value(json.text, type, "it is out of range");
  while (!parts->digits.empty() && parts->digits.back() == '0') {
    parts->digits.pop_back();
    --parts->scale;
  }
  if (type.precision != 0 && !parts->digits.empty() && parts->scale > type.scale) {
    return not_a_value(json.text, type, "it would be rounded to " + std::to_string(type.scale) + " decimals");
  }
  if (auto refusal = refuse_overflow(json.text, *parts, type)) return *refusal;
  return Literal{json.text, true};
}

}  // namespace

const model::ColumnType& numeric_type() {
  static const ScalarType kType{{.spellings = {"numeric", "decimal", "dec"},
                                 .plain = plain_use("numeric", Shape::decimal),
                                 .use = use,
                                 .literal = literal,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
