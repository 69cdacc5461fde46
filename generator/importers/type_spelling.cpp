// A type is taken apart into its words, its parameters and its brackets, and put together again.
#include "importers/type_spelling.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schemac::compiler::importers {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 13> kShortNames = {{{"timestamp with time zone", "timestamptz"},
                                               {"timestamp without time zone", "timestamp"},
                                               {"time with time zone", "timetz"},
                                               {"time without time zone", "time"},
                                               {"character varying", "varchar"},
                                               {"character", "char"},
                                               {"bit varying", "varbit"},
                                               {"int2", "smallint"},
                                               {"int4", "integer"},
                                               {"int8", "bigint"},
                                               {"float4", "real"},
                                               {"float8", "double precision"},
                                               {"bool", "boolean"}}};
/// Types that the language has no word for, and the extensions that own them; none for PostgreSQL's own.
constexpr std::array<Pair, 19> kOwners = {{{"vector", "vector"},
                                           {"halfvec", "vector"},
                                           {"sparsevec", "vector"},
                                           {"geometry", "postgis"},
                                           {"geography", "postgis"},
                                           {"hstore", "hstore"},
                                           {"ltree", "ltree"},
                                           {"cube", "cube"},
                                           {"box", ""},
                                           {"circle", ""},
                                           {"line", ""},
                                           {"lseg", ""},
                                           {"path", ""},
                                           {"point", ""},
                                           {"polygon", ""},
                                           {"name", ""},
                                           {"oid", ""},
                                           {"pg_lsn", ""},
                                           {"regclass", ""}}};

std::string_view look_up(const auto& table, std::string_view key) {
  for (const auto& [from, to] : table) {
    if (from == key) return to;
  }
  return {};
}

struct Parts {
  std::string words;
  std::string parameters;  ///< with their parentheses
  std::size_t dimensions = 0;
};

Parts take_apart(std::string_view sql) {
  Parts parts;
  bool in_parameters = false;
  bool in_brackets = false;
  for (const char c : sql) {
    if (c == '(') in_parameters = true;
    if (c == '[') {
      in_brackets = true;
      ++parts.dimensions;
    }
    if (in_parameters) {
      if (c != ' ') parts.parameters += c;
    } else if (!in_brackets && (c != ' ' || (!parts.words.empty() && parts.words.back() != ' '))) {
      parts.words += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (c == ')') in_parameters = false;
    if (c == ']') in_brackets = false;
  }
  while (parts.words.ends_with(' ')) parts.words.pop_back();
  return parts;
}

}  // namespace

SpelledType spell_type(std::string_view sql) {
  const Parts parts = take_apart(sql);
  const std::string_view name = look_up(kShortNames, parts.words);
  SpelledType type;
  type.text = (name.empty() ? parts.words : std::string(name)) + parts.parameters;
  type.extension = look_up(kOwners, parts.words);
  type.passed_on = std::any_of(kOwners.begin(), kOwners.end(),
                               [&](const Pair& owned) { return owned.first == parts.words; });
  if (parts.dimensions > 0 && !type.passed_on) type.text += '?';
  for (std::size_t i = 0; i < parts.dimensions; ++i) type.text += "[]";
  return type;
}

std::string_view extension_of_opclass(std::string_view opclass) {
  if (opclass.ends_with("trgm_ops")) return "pg_trgm";
  if (opclass.starts_with("vector_") || opclass.starts_with("halfvec_")) return "vector";
  return {};
}

}  // namespace schemac::compiler::importers
