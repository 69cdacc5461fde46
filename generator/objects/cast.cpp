// Casts between types, by the pair of them. A range type brings one along ('i').
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_cast'::regclass::oid AS class, c.oid, 0 AS sub, '' AS schema, c.types AS name, '' AS part,
       format('CAST (%s)', c.types) AS words,
       format('CREATE CAST (%s) %s%s', c.types,
              CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                                WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
              CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END) AS sql,
       '{}'::text[] AS options
  FROM (SELECT *, format('%s AS %s', castsource::regtype, casttarget::regtype) AS types FROM pg_cast) c
 WHERE c.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i'))";

}  // namespace

const model::ObjectKind& cast_kind() {
  static const StatementKind kKind("cast", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
