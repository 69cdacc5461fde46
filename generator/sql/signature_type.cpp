// Types of a function's signature, as PostgreSQL prints them.
#include "sql/signature_type.hpp"

#include <pg_query/pg_query.pb-c.h>

#include <algorithm>
#include <array>

#include "support/naming.hpp"

namespace schemac::compiler::sql {
namespace {

struct Spelling {
  std::string_view internal;
  std::string_view printed;
};

/// Where format_type() of PostgreSQL prints another name than the catalogue's.
constexpr std::array<Spelling, 16> kSpellings = {{{"bit", "bit"},
                                                  {"bool", "boolean"},
                                                  {"bpchar", "character"},
                                                  {"float4", "real"},
                                                  {"float8", "double precision"},
                                                  {"int2", "smallint"},
                                                  {"int4", "integer"},
                                                  {"int8", "bigint"},
                                                  {"interval", "interval"},
                                                  {"numeric", "numeric"},
                                                  {"time", "time without time zone"},
                                                  {"timestamp", "timestamp without time zone"},
                                                  {"timestamptz", "timestamp with time zone"},
                                                  {"timetz", "time with time zone"},
                                                  {"varbit", "bit varying"},
                                                  {"varchar", "character varying"}}};

std::string_view printed(std::string_view internal) {
  const auto* found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                   [&](const Spelling& s) { return s.internal == internal; });
  return found == kSpellings.end() ? std::string_view() : found->printed;
}

std::string_view part(const PgQuery__TypeName& type, std::size_t index) {
  const PgQuery__Node& node = *type.names[index];
  return node.node_case == PG_QUERY__NODE__NODE_STRING ? node.string->sval : std::string_view();
}

}  // namespace

std::string SignatureType::text() const {
  return std::string(setof ? "SETOF " : "") + name + (array ? "[]" : "");
}

SignatureType signature_type(const PgQuery__TypeName& type) {
  SignatureType result;
  result.setof = type.setof != 0;
  result.array = type.n_array_bounds > 0;
  const bool catalog = type.n_names == 2 && part(type, 0) == "pg_catalog";
  const std::string_view last = part(type, type.n_names - 1);
  if (type.n_names == 1 || catalog) {
    const std::string_view known = printed(last);
    result.name = known.empty() ? support::quote_identifier(last) : std::string(known);
    result.qualified = catalog || !known.empty();
    return result;
  }
  result.qualified = true;
  for (std::size_t i = 0; i < type.n_names; ++i) {
    result.name += (i > 0 ? "." : "") + support::quote_identifier(part(type, i));
  }
  if (type.pct_type != 0) result.name += "%TYPE";
  return result;
}

}  // namespace schemac::compiler::sql
