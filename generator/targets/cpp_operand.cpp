// Which types C++ compares as PostgreSQL does, and how their literals are written.
#include "targets/cpp_operand.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "model/enumeration.hpp"
#include "support/naming.hpp"
#include "targets/cpp_layout.hpp"
#include "targets/cpp_names.hpp"

namespace schemac::compiler::targets {
namespace {

using model::Shape;
using sql::Term;
using sql::TermKind;

bool is_whole(Shape shape) {
  return shape == Shape::int16 || shape == Shape::int32 || shape == Shape::int64;
}

/// Neither padded nor without case.
bool is_plain_text(const model::TypeUse& type) {
  return type.shape == Shape::text && !type.sql.starts_with("character(") && type.sql != "public.citext";
}

/// Types that an Operand holds as they are. One with a precision of its own rounds what it stores.
bool is_compared(const model::TypeUse& type) {
  static constexpr std::array<Shape, 9> kShapes = {Shape::boolean,   Shape::decimal,      Shape::uuid,
                                                   Shape::date,      Shape::time,         Shape::enumeration,
                                                   Shape::timestamp, Shape::timestamp_tz, Shape::interval};
  const bool known = std::find(kShapes.begin(), kShapes.end(), type.shape) != kShapes.end();
  const bool rounded = type.sql.find('(') != std::string::npos;
  return known && (type.shape == Shape::decimal ? type.scale >= 0 : !rounded);
}

bool is_whole(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // C++ has no literal for the lowest.
  return error == std::errc{} && end == digits.data() + digits.size() &&
         value != std::numeric_limits<std::int64_t>::min();
}

/// Digits and a point, which C++ and SQL read alike.
bool is_plain(std::string_view number) {
  constexpr std::size_t kExact = 15;
  return number.size() <= kExact && number.find_first_not_of("-.0123456789") == std::string::npos;
}

/// Types whose text forms the runtime reads; an Operand of what it cannot read is not known.
bool is_parsed(std::string_view type) {
  static constexpr std::array<std::string_view, 5> kParsed = {
      "schemac::Date", "schemac::Time", "schemac::Timestamp", "schemac::TimestampTz", "schemac::Interval"};
  return std::find(kParsed.begin(), kParsed.end(), type) != kParsed.end();
}

std::string parsed(std::string_view text, std::string_view type) {
  return "schemac::Operand<" + std::string(type) + ">::parse(" + cpp_literal(text) + ")";
}

std::optional<std::string> number_literal(const std::string& digits, std::string_view type) {
  const bool whole = is_whole(digits);
  const bool direct = type == kFloatOperand ? is_plain(digits) : whole;
  if (type != kIntegerOperand && type != kFloatOperand && type != kDecimalOperand) return std::nullopt;
  if (direct) return digits;
  return type == kDecimalOperand ? std::optional(parsed(digits, type)) : std::nullopt;
}

std::optional<std::string> label_literal(const std::string& label, std::string_view type,
                                         const model::Model& model) {
  for (const model::Object& object : model.of_kind(model::kEnumKind)) {
    const auto& values = object.state.as<model::Enumeration>().values;
    const bool known = std::find(values.begin(), values.end(), label) != values.end();
    if (support::pascal_case(object.id.name) == type && known)
      return std::string(type) + "::" + enumerator_name(label);
  }
  return std::nullopt;
}

}  // namespace

std::string operand_type(const CppColumn& column) {
  const model::TypeUse& type = column.notes->type;
  if (type.dimensions > 0) return std::string(kExtentOperand);
  if (column.is_id)
    return is_whole(type.shape) || type.shape == Shape::uuid ? column.type : std::string(kExtentOperand);
  if (is_whole(type.shape)) return std::string(kIntegerOperand);
  if (type.shape == Shape::float32 || type.shape == Shape::float64) return std::string(kFloatOperand);
  if (is_plain_text(type)) return std::string(kTextOperand);
  return is_compared(type) ? column.type : std::string(kExtentOperand);
}

std::string operand_type_of_cast(std::string_view name) {
  struct Known {
    std::string_view name;
    std::string_view type;
  };
  static constexpr Known kKnown[] = {
      {"int2", kIntegerOperand},
      {"int4", kIntegerOperand},
      {"int8", kIntegerOperand},
      {"bool", kBoolOperand},
      {"float8", kFloatOperand},
      {"numeric", kDecimalOperand},
      {"text", kTextOperand},
      {"date", "schemac::Date"},
      {"time", "schemac::Time"},
      {"timestamp", "schemac::Timestamp"},
      {"timestamptz", "schemac::TimestampTz"},
      {"interval", "schemac::Interval"},
  };
  for (const Known& known : kKnown) {
    if (known.name == name) return std::string(known.type);
  }
  return {};
}

bool is_literal(const Term& term) {
  const bool bare =
      term.kind == TermKind::number || term.kind == TermKind::text || term.kind == TermKind::truth;
  return bare || (term.kind == TermKind::cast && is_literal(term.operands.front()));
}

std::optional<std::string> operand_literal(const Term& term, std::string_view type,
                                           const model::Model& model) {
  if (term.kind == TermKind::cast) {
    const bool same = operand_type_of_cast(term.text) == type;
    return same ? operand_literal(term.operands.front(), type, model) : std::nullopt;
  }
  if (term.kind == TermKind::number) return number_literal(term.text, type);
  if (term.kind == TermKind::truth) return type == kBoolOperand ? std::optional(term.text) : std::nullopt;
  if (type == kTextOperand) return cpp_literal(term.text);
  if (is_parsed(type)) return parsed(term.text, type);
  return label_literal(term.text, type, model);
}

std::optional<std::string> operand_default(const CppColumn& column, const model::Model& model) {
  if (column.state->default_sql.empty()) return std::nullopt;
  const auto term = sql::read_condition(column.state->default_sql);
  if (!term || !is_literal(*term)) return std::nullopt;
  const std::string type = operand_type(column);
  const bool no_items = type == kExtentOperand && column.notes->type.dimensions > 0 && term->text == "{}";
  return no_items ? "schemac::Extent{}" : operand_literal(*term, type, model);
}

}  // namespace schemac::compiler::targets
