// Operators. One that names a commutator or negator that is not there yet promises it: making that one keeps
// the promise.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_operator'::regclass::oid AS class, o.oid, 0 AS sub, n.nspname AS schema, o.oprname AS name, types.part,
       format('OPERATOR %I.%s (%s)', n.nspname, o.oprname, types.part) AS words,
       format(E'CREATE OPERATOR %I.%s (\n    %s\n)', n.nspname, o.oprname, concat_ws(E',\n    ',
              'FUNCTION = ' || o.oprcode,
              'LEFTARG = ' || nullif(o.oprleft, 0)::regtype,
              'RIGHTARG = ' || o.oprright::regtype,
              CASE WHEN c.oid IS NOT NULL THEN format('COMMUTATOR = OPERATOR(%I.%s)', cn.nspname, c.oprname) END,
              CASE WHEN g.oid IS NOT NULL THEN format('NEGATOR = OPERATOR(%I.%s)', gn.nspname, g.oprname) END,
              'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
              'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
              CASE WHEN o.oprcanhash THEN 'HASHES' END,
              CASE WHEN o.oprcanmerge THEN 'MERGES' END)) AS sql,
       '{}'::text[] AS options
  FROM pg_operator o
  JOIN user_schemas n ON n.oid = o.oprnamespace
  LEFT JOIN pg_operator c ON c.oid = o.oprcom LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
  LEFT JOIN pg_operator g ON g.oid = o.oprnegate LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace,
  LATERAL (SELECT concat_ws(', ', coalesce(nullif(o.oprleft, 0)::regtype::text, 'NONE'), o.oprright::regtype) AS part) types
 WHERE o.oprcode <> 0)";

}  // namespace

const model::ObjectKind& operator_kind() {
  static const StatementKind kKind("operator", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
