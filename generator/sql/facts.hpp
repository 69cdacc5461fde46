// What PostgreSQL's own catalogue says of types, functions, operators, casts and operator classes: constant
// tables, made by scripts/extract_facts.sh from a server of the targeted version and the extensions of its
// contrib.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::sql {

/// A type: an index into `facts::types()`, or one of the values below.
using TypeId = std::uint16_t;

/// No type, or one that the facts do not know.
inline constexpr TypeId kNoType = 0xFFFF;

/// Names are offsets into one text (`facts::name`), types are indexes, extensions are indexes of
/// `facts::extension`.
struct TypeFact {
  std::uint16_t name;
  char category;  ///< pg_type.typcategory
  bool preferred;
  char kind;          ///< pg_type.typtype: 'b', 'e', 'p', 'r', 'm', 'd'
  bool is_array;      ///< `related` is its element
  TypeId related;     ///< of a range its subtype, of a multirange its range
  TypeId array;       ///< the type of arrays of it
  bool fixed_input;   ///< its input function is immutable
  bool fixed_output;  ///< its output function is
  bool collatable;
  std::uint8_t extension;
};

struct FunctionFact {
  std::uint16_t name;
  std::uint16_t arguments;  ///< where its argument types start
  std::uint8_t argument_count;
  std::uint8_t default_count;
  bool variadic;
  bool returns_set;
  char kind;        ///< pg_proc.prokind: 'f', 'a', 'w'
  char volatility;  ///< 'i', 's', 'v'
  TypeId result;
  std::uint8_t extension;
};

struct OperatorFact {
  std::uint16_t name;
  TypeId left;  ///< kNoType for a prefix operator
  TypeId right;
  TypeId result;
  char volatility;
  std::uint8_t extension;
};

struct CastFact {
  TypeId source;
  TypeId target;
  char context;  ///< 'i' implicit, 'a' in assignments, 'e' where it is written
  char method;   ///< 'f' a function, 'b' the same bytes, 'i' through text
  char volatility;
  std::uint8_t extension;
};

struct OpclassFact {
  std::uint16_t method;
  std::uint16_t name;
  TypeId type;
  bool is_default;
  std::uint8_t extension;
};

namespace facts {

std::string_view name(std::uint16_t offset);
std::string_view extension(std::uint8_t index);  ///< "" for what the server itself has

std::span<const TypeFact> types();
const TypeFact& type(TypeId id);
/// By its name in the catalogue ("int4", "_text") or as PostgreSQL prints it ("integer", "text[]"), without
/// parameters and schema. kNoType where there is none.
TypeId type_named(std::string_view name);
/// "integer": as PostgreSQL prints it.
std::string printed(TypeId id);

/// All overloads of a name.
std::span<const FunctionFact> functions(std::string_view name);
std::span<const FunctionFact> all_functions();
std::span<const TypeId> arguments(const FunctionFact& function);
std::span<const OperatorFact> operators(std::string_view name);
const CastFact* cast(TypeId source, TypeId target);
std::span<const OpclassFact> opclasses();

/// Whether schemac knows what that extension brings.
bool knows_extension(std::string_view extension);
bool is_collation(std::string_view name);
bool is_text_search_configuration(std::string_view name);
std::vector<std::string_view> text_search_configurations();

}  // namespace facts
}  // namespace schemac::compiler::sql
