// Looks things up in the tables: they are sorted by name, so binary search finds all that share one.
#include "sql/facts.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schemac::compiler::sql::facts {
namespace {

#include "sql/facts/postgres_15.inc"

/// Types whose printed names are not those of the catalogue.
constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kPrinted = {{
    {"bit varying", "varbit"},
    {"boolean", "bool"},
    {"character", "bpchar"},
    {"character varying", "varchar"},
    {"double precision", "float8"},
    {"integer", "int4"},
    {"bigint", "int8"},
    {"smallint", "int2"},
    {"real", "float4"},
    {"time with time zone", "timetz"},
    {"time without time zone", "time"},
    {"timestamp with time zone", "timestamptz"},
    {"timestamp without time zone", "timestamp"},
}};

template <class Fact>
std::span<const Fact> named(std::span<const Fact> all, std::string_view wanted) {
  const auto before = [](const Fact& fact, std::string_view text) { return name(fact.name) < text; };
  const auto after = [](std::string_view text, const Fact& fact) { return text < name(fact.name); };
  const auto first = std::lower_bound(all.begin(), all.end(), wanted, before);
  const auto last = std::upper_bound(first, all.end(), wanted, after);
  return {first, last};
}

template <std::size_t Count>
bool lists(const std::uint16_t (&offsets)[Count], std::string_view wanted) {
  return std::any_of(std::begin(offsets), std::end(offsets),
                     [&](std::uint16_t offset) { return name(offset) == wanted; });
}

}  // namespace

std::string_view name(std::uint16_t offset) {
  return kNames + offset;
}

std::string_view extension(std::uint8_t index) {
  return name(kExtensions[index]);
}

std::span<const TypeFact> types() {
  return kTypes;
}

const TypeFact& type(TypeId id) {
  return kTypes[id];
}

TypeId type_named(std::string_view text) {
  if (text.ends_with("[]")) {
    while (text.ends_with("[]")) text.remove_suffix(2);
    const TypeId element = type_named(text);
    return element == kNoType ? kNoType : type(element).array;
  }
  const auto alias =
      std::find_if(kPrinted.begin(), kPrinted.end(), [&](const auto& pair) { return pair.first == text; });
  const auto found = named(types(), alias == kPrinted.end() ? text : alias->second);
  return found.empty() ? kNoType : static_cast<TypeId>(found.data() - kTypes);
}

std::string printed(TypeId id) {
  if (id == kNoType) return "unknown";
  if (type(id).is_array) return printed(type(id).related) + "[]";
  const std::string_view own = name(type(id).name);
  const auto alias =
      std::find_if(kPrinted.begin(), kPrinted.end(), [&](const auto& pair) { return pair.second == own; });
  return std::string(alias == kPrinted.end() ? own : alias->first);
}

std::span<const FunctionFact> functions(std::string_view text) {
  return named(all_functions(), text);
}

std::span<const FunctionFact> all_functions() {
  return kFunctions;
}

std::span<const TypeId> arguments(const FunctionFact& function) {
  return {kArguments + function.arguments, function.argument_count};
}

std::span<const OperatorFact> operators(std::string_view text) {
  return named(std::span<const OperatorFact>(kOperators), text);
}

const CastFact* cast(TypeId source, TypeId target) {
  const auto before = [](const CastFact& fact, const std::pair<TypeId, TypeId>& ends) {
    return std::pair(fact.source, fact.target) < ends;
  };
  const auto wanted = std::pair(source, target);
  const auto* found = std::lower_bound(std::begin(kCasts), std::end(kCasts), wanted, before);
  const bool hit = found != std::end(kCasts) && found->source == source && found->target == target;
  return hit ? found : nullptr;
}

std::span<const OpclassFact> opclasses() {
  return kOpclasses;
}

bool knows_extension(std::string_view wanted) {
  return wanted == "plpgsql" || lists(kExtensions, wanted);
}

bool is_collation(std::string_view wanted) {
  return lists(kCollations, wanted);
}

bool is_text_search_configuration(std::string_view wanted) {
  return lists(kConfigurations, wanted);
}

std::vector<std::string_view> text_search_configurations() {
  std::vector<std::string_view> all;
  for (const std::uint16_t offset : kConfigurations) all.push_back(name(offset));
  return all;
}

}  // namespace schemac::compiler::sql::facts
