// What all built-in types share. An array literal is written as one string, '{"a","b"}': it needs no casts,
// and every element goes through the same checks as a single value.
#include "types/scalar_type.hpp"

#include "support/array_text.hpp"
#include "support/naming.hpp"
#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

TypeUse element_of(TypeUse type) {
  type.sql.resize(type.sql.size() - 2 * std::size_t{type.dimensions});  // "[]" a dimension
  type.dimensions = 0;
  return type;
}

Refusal null_default() {
  return {"null is what a column without a default holds",
          "leave `default` out, and mark the type with `?` if NULL is allowed"};
}

}  // namespace

UseResult ScalarType::use(Parameters parameters) const {
  if (traits_.use != nullptr) return traits_.use(parameters);
  if (parameters.empty()) return traits_.plain;
  std::string name(traits_.spellings.front());
  return Refusal{"`" + name + "` takes no parameters", "write `" + name + "`"};
}

LiteralResult ScalarType::element(const syntax::Value& json, const TypeUse& type) const {
  if (traits_.literal != nullptr) return traits_.literal(json, type);
  if (!json.is(syntax::Kind::string)) return wrong_kind(json, "a string", type);
  if (json.text.find('\0') != std::string::npos)
    return not_a_value("\\u0000", type, "PostgreSQL holds no NUL");
  if (traits_.refuse_text != nullptr) {
    if (auto refusal = traits_.refuse_text(json.text, type)) return *refusal;
  }
  return Literal{json.text};
}

std::optional<Refusal> ScalarType::append_array(const syntax::Value& json, const TypeUse& type,
                                                std::uint32_t depth, std::string& out) const {
  out += '{';
  for (std::size_t i = 0; i < json.items.size(); ++i) {
    const syntax::Value& item = json.items[i];
    if (i > 0) out += ',';
    if (depth > 1) {
      if (!item.is(syntax::Kind::array)) return wrong_kind(item, "an array", type);
      if (item.items.size() != json.items.front().items.size()) {
        return Refusal{"the inner arrays have different lengths", "PostgreSQL's arrays are rectangular"};
      }
      if (auto refusal = append_array(item, type, depth - 1, out)) return refusal;
    } else if (item.is(syntax::Kind::null)) {
      if (!type.nullable_elements)
        return Refusal{"an element is null", "elements may be NULL in `T?[]` only"};
      out += "NULL";
    } else {
      LiteralResult written = element(item, element_of(type));
      if (auto* refusal = std::get_if<Refusal>(&written)) return *refusal;
      const Literal& literal = std::get<Literal>(written);
      literal.bare ? void(out += literal.text) : support::append_array_element(out, literal.text);
    }
  }
  out += '}';
  return std::nullopt;
}

std::variant<std::string, Refusal> ScalarType::literal(const syntax::Value& json, const TypeUse& type) const {
  if (json.is(syntax::Kind::null)) return null_default();
  if (type.dimensions > 0) {
    if (!json.is(syntax::Kind::array)) return wrong_kind(json, "an array", type);
    std::string text;
    if (auto refusal = append_array(json, type, type.dimensions, text)) return *refusal;
    return support::quote_literal(text);
  }
  LiteralResult written = element(json, type);
  if (auto* refusal = std::get_if<Refusal>(&written)) return *refusal;
  const Literal& literal = std::get<Literal>(written);
  return literal.bare ? literal.text : support::quote_literal(literal.text);
}

std::optional<Refusal> ScalarType::refuse_text(std::string_view text, const TypeUse& type) const {
  if (type.dimensions == 0)
    return traits_.refuse_text != nullptr ? traits_.refuse_text(text, type) : std::nullopt;
  bool unsure = false;
  auto array = support::parse_array_text(text, unsure);
  if (!array) return not_a_value(text, type, "an array is written as '{a,b}'");
  if (unsure || traits_.refuse_text == nullptr) return std::nullopt;
  for (const std::string& element : array->elements) {
    if (auto refusal = traits_.refuse_text(element, element_of(type))) return refusal;
  }
  return std::nullopt;
}

TypeUse plain_use(std::string_view sql, Shape shape) {
  TypeUse use;
  use.sql = sql;
  use.shape = shape;
  return use;
}

std::variant<std::int64_t, Refusal> number_parameter(std::string_view text, std::string_view type,
                                                     std::string_view meaning, std::int64_t low,
                                                     std::int64_t high) {
  auto number = parse_integer(trimmed(text));
  if (number && *number >= low && *number <= high) return *number;
  std::string range = std::to_string(low) + " to " + std::to_string(high);
  return Refusal{
      "the " + std::string(meaning) + " of `" + std::string(type) + "` is a whole number from " + range, {}};
}

Refusal wrong_kind(const syntax::Value& json, std::string_view expected, const TypeUse& type) {
  return {
      "expected " + std::string(expected) + " for " + type.sql + ", found " + std::string(name(json.kind)),
      "an SQL expression goes into `default_sql`"};
}

Refusal not_a_value(std::string_view text, const TypeUse& type, std::string_view reason) {
  return {"`" + std::string(text) + "` is not a value of " + type.sql + ": " + std::string(reason), {}};
}

}  // namespace schemac::compiler::types
