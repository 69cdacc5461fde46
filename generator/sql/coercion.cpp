// Follows PostgreSQL's parse_coerce.c: a row of pg_cast, or the elements of arrays, or the way through text.
#include "sql/coercion.hpp"

#include <algorithm>

namespace schemac::compiler::sql {

namespace {

/// The type's name without parameters: "character varying(50)" -> "character varying",
/// "timestamp(3) with time zone" -> "timestamp with time zone".
std::string without_parameters(std::string_view sql) {
  const auto open = sql.find('(');
  const auto close = sql.find(')', open == std::string_view::npos ? 0 : open);
  if (open == std::string_view::npos || close == std::string_view::npos) return std::string(sql);
  return std::string(sql.substr(0, open)) + std::string(sql.substr(close + 1));
}

bool allows(Coercion how, char context) {
  if (context == 'i') return true;
  return context == 'a' ? how != Coercion::implicit : how == Coercion::written;
}

/// The arrays of the catalogue's own, which would catch what is meant for real ones: PostgreSQL, too, makes
/// none of others.
bool is_vector(TypeId type) {
  static const TypeId kNumbers = facts::type_named("int2vector");
  static const TypeId kObjects = facts::type_named("oidvector");
  return type == kNumbers || type == kObjects;
}

}  // namespace

Types::Types(const Scope& scope) : scope_(scope) {
  static const TypeId kLiteral = facts::type_named("unknown");
  static const TypeId kBoolean = facts::type_named("bool");
  static const TypeId kText = facts::type_named("text");
  literal_ = kLiteral;
  boolean_ = kBoolean;
  text_ = kText;
}

TypeId Types::named(std::string_view sql) {
  std::size_t dimensions = 0;
  while (sql.ends_with("[]")) {
    sql.remove_suffix(2);
    ++dimensions;
  }
  std::string name = without_parameters(sql);
  if (const auto dot = name.rfind('.'); dot != std::string::npos) name.erase(0, dot + 1);
  TypeId type = plain(name);
  if (type != kNoType && !is_ours(type) && facts::type(type).extension != 0 &&
      !scope_.has_extension(facts::extension(facts::type(type).extension)))
    type = kNoType;  // something of the project that has the name of an extension's type
  return dimensions == 0 ? type : array_of(type);
}

TypeId Types::plain(std::string_view name) {
  if (const auto* values = scope_.enum_values(name)) {
    const auto found =
        std::find_if(enums_.begin(), enums_.end(), [&](const Enum& known) { return known.name == name; });
    const auto at = static_cast<std::size_t>(found - enums_.begin());
    if (found == enums_.end()) enums_.push_back({std::string(name), values});
    return static_cast<TypeId>(kFirstEnum + 2 * at);
  }
  return facts::type_named(name);
}

bool Types::is_array(TypeId type) const {
  if (type == kNoType) return false;
  return is_ours(type) ? type % 2 == 1 : facts::type(type).is_array;
}

bool Types::is_enum(TypeId type) const {
  return is_ours(type) && type % 2 == 0;
}

TypeId Types::element(TypeId array) const {
  if (!is_array(array)) return kNoType;
  return is_ours(array) ? static_cast<TypeId>(array - 1) : facts::type(array).related;
}

TypeId Types::array_of(TypeId element) const {
  if (element == kNoType || is_array(element)) return element;
  return is_ours(element) ? static_cast<TypeId>(element + 1) : facts::type(element).array;
}

char Types::category(TypeId type) const {
  if (is_ours(type)) return is_array(type) ? 'A' : 'E';
  return type == kNoType ? 'X' : facts::type(type).category;
}

bool Types::is_preferred(TypeId type) const {
  return type != kNoType && !is_ours(type) && facts::type(type).preferred;
}

char Types::kind(TypeId type) const {
  if (is_ours(type)) return is_array(type) ? 'b' : 'e';
  return type == kNoType ? '?' : facts::type(type).kind;
}

bool Types::is_collatable(TypeId type) const {
  return type != kNoType && !is_ours(type) && facts::type(type).collatable;
}

std::string Types::printed(TypeId type) const {
  if (!is_ours(type)) return facts::printed(type);
  return enumeration(type).name + (is_array(type) ? "[]" : "");
}

const std::vector<std::string>* Types::values(TypeId type) const {
  return is_ours(type) ? enumeration(type).values : nullptr;
}

Conversion Types::through_text(TypeId from, TypeId to) const {
  const bool fixed_output = !is_ours(from) && facts::type(from).fixed_output;
  const bool fixed_input = !is_ours(to) && facts::type(to).fixed_input;
  return {true, fixed_output && fixed_input};
}

Conversion Types::conversion(TypeId from, TypeId to, Coercion how) const {
  if (from == to || from == literal_) return {true, true};
  if (from == kNoType || to == kNoType) return {};
  if (!is_ours(from) && !is_ours(to)) {
    const CastFact* cast = facts::cast(from, to);
    if (cast != nullptr && allows(how, cast->context)) {
      if (cast->method == 'i') return through_text(from, to);
      return {true, cast->volatility == 'i'};
    }
    if (cast != nullptr) return {};
  }
  if (is_array(from) && is_array(to) && !is_vector(to)) {
    const Conversion elements = conversion(element(from), element(to), how);
    if (elements.exists) return elements;
  }
  const bool into = how != Coercion::implicit && category(to) == 'S';
  const bool out_of = how == Coercion::written && category(from) == 'S';
  return into || out_of ? through_text(from, to) : Conversion{};
}

bool Types::same_bytes(TypeId from, TypeId to) const {
  if (from == to) return true;
  if (from == kNoType || to == kNoType) return false;
  if (!is_ours(to) && facts::type(to).kind == 'p') {
    const std::string_view name = facts::name(facts::type(to).name);
    if (name == "any" || name == "anyelement" || name == "anycompatible") return true;
    if (name == "anyarray" || name == "anycompatiblearray") return is_array(from);
    if (name == "anynonarray" || name == "anycompatiblenonarray") return !is_array(from);
    if (name == "anyenum") return kind(from) == 'e';
    if (name == "anyrange" || name == "anycompatiblerange") return kind(from) == 'r';
    if (name == "anymultirange" || name == "anycompatiblemultirange") return kind(from) == 'm';
    return false;
  }
  if (is_ours(from) || is_ours(to)) return false;
  const CastFact* cast = facts::cast(from, to);
  return cast != nullptr && cast->method == 'b' && cast->context == 'i';
}

TypeId Types::common(std::span<const TypeId> types) const {
  TypeId chosen = literal_;
  for (const TypeId next : types) {
    if (next == kNoType) return kNoType;
    if (next == literal_ || next == chosen) continue;
    if (chosen == literal_) {
      chosen = next;
    } else if (category(next) != category(chosen)) {
      return kNoType;
    } else if (!is_preferred(chosen) && conversion(chosen, next, Coercion::implicit).exists &&
               !conversion(next, chosen, Coercion::implicit).exists) {
      chosen = next;
    }
  }
  return chosen == literal_ ? text_ : chosen;
}

std::optional<Objection> assignment_mistake(const Scope& scope, std::string_view from, std::string_view to) {
  Types types(scope);
  const TypeId expression = types.named(from);
  const TypeId column = types.named(to);
  if (expression == kNoType || column == kNoType || types.category(expression) == 'P') return std::nullopt;
  if (types.conversion(expression, column, Coercion::assignment).exists || scope.has_unknown_parts())
    return std::nullopt;
  return Objection{"SC1208",
                   "the column is " + types.printed(column),
                   "the expression is " + types.printed(expression),
                   {}};
}

}  // namespace schemac::compiler::sql
