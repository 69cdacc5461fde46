// pg_proc holds a function's arguments as arrays, one for what is said of each; they are read as they are.
#include "objects/function_catalogue.hpp"

#include <algorithm>
#include <array>

#include "model/function.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Function;

// What ranges and multiranges bring along ('i') is theirs.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_proc'::regclass::oid AS class, p.oid AS oid, 0 AS sub, n.nspname AS schema, p.proname AS name,
       oidvectortypes(p.proargtypes) AS called_with, p.prokind AS prokind,
       a.names, a.types, a.modes, a.defaults,
       CASE WHEN p.prokind = 'p' OR 't' = ANY (p.proargmodes)
              OR NOT p.proretset AND p.proargmodes && '{o,b}'::"char"[] THEN ''
            ELSE pg_get_function_result(p.oid) END AS returns,
       l.lanname AS language, coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) AS body,
       p.prosqlbody IS NOT NULL AS standard_body, p.probin AS library,
       CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
       CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
       p.proisstrict AS strict, p.prosecdef AS security_definer, p.proleakproof AS leakproof,
       CASE WHEN p.procost <> CASE WHEN l.lanname IN ('internal', 'c') THEN 1 ELSE 100 END THEN p.procost::text END AS cost,
       CASE WHEN p.proretset AND p.prorows <> 1000 THEN p.prorows::text END AS rows,
       p.proconfig AS settings, nullif(p.prosupport::oid, 0)::regproc::text AS support,
       ARRAY(SELECT format_type(t, NULL) FROM unnest(p.protrftypes) t) AS transforms
  FROM pg_proc p
  JOIN user_schemas n ON n.oid = p.pronamespace
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN LATERAL (
    SELECT array_agg(coalesce(p.proargnames[i], '') ORDER BY i) AS names,
           array_agg(format_type(t, NULL) ORDER BY i) AS types,
           array_agg(coalesce(p.proargmodes[i], 'i')::text ORDER BY i) AS modes,
           array_agg(coalesce(pg_get_function_arg_default(p.oid, i::int), '') ORDER BY i) AS defaults
      FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS each(t, i)) a ON true
 WHERE p.prokind <> 'a'
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('i', 'e')))";

std::string mode_of(char code) {
  switch (code) {
    case 'o':
      return "out";
    case 'b':
      return "inout";
    case 'v':
      return "variadic";
    case 't':
      return "table";
    default:
      return "in";
  }
}

/// The names in a list such as `"$user", public`, each as a literal: as names, an empty one could not be
/// said.
std::string literals(std::string_view list) {
  std::string sql;
  std::string name;
  bool quoted = false;
  const auto finish = [&] {
    sql += (sql.empty() ? "" : ", ") + support::quote_literal(name);
    name.clear();
  };
  for (const char c : list) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      finish();
    } else if (c != ' ' || quoted) {
      name += c;
    }
  }
  finish();
  return sql;
}

/// SET's words for an entry of proconfig: "search_path TO ''".
std::string setting(std::string_view entry) {
  static constexpr std::array<std::string_view, 4> kLists = {
      "search_path", "temp_tablespaces", "local_preload_libraries", "session_preload_libraries"};
  const auto equals = entry.find('=');
  const std::string_view name = entry.substr(0, equals);
  const std::string_view value = entry.substr(equals + 1);
  const bool list = std::find(kLists.begin(), kLists.end(), name) != kLists.end();
  std::string sql;  // a setting of an extension has two names: "app.user"
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    sql += (begin == 0 ? "" : ".") + support::quote_identifier(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return sql + " TO " + (list ? literals(value) : support::quote_literal(value));
}

void decode_arguments(const model::CatalogueRow& row, Function& function) {
  const auto names = row.list("names");
  const auto types = row.list("types");
  const auto modes = row.list("modes");
  const auto defaults = row.list("defaults");
  for (std::size_t i = 0; i < types.size(); ++i)
    function.arguments.push_back({names[i], types[i], mode_of(modes[i].front()), defaults[i]});
}

}  // namespace

std::string_view function_catalogue() {
  return kCatalogue;
}

model::Object decode_function(const model::CatalogueRow& row) {
  Function function;
  function.procedure = row.text("prokind") == "p";
  function.window = row.text("prokind") == "w";
  decode_arguments(row, function);
  function.returns = row.text("returns");
  function.language = row.text("language");
  function.body = row.text("body");
  function.standard_body = row.flag("standard_body");
  function.library = row.text("library");
  function.volatility = row.text("volatility");
  function.parallel = row.text("parallel");
  function.strict = row.flag("strict");
  function.security_definer = row.flag("security_definer");
  function.leakproof = row.flag("leakproof");
  function.cost = row.text("cost");
  function.rows = row.text("rows");
  for (const std::string& entry : row.list("settings")) function.settings.push_back(setting(entry));
  function.support = row.text("support");
  function.transforms = row.list("transforms");
  return {{std::string(model::kFunctionKind), row.text("schema"), row.text("name"), row.text("called_with")},
          std::move(function),
          {}};
}

}  // namespace schemac::compiler::objects
