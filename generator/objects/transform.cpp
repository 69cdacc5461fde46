// Transforms: how a language sees the values of a type.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_transform'::regclass::oid AS class, t.oid, 0 AS sub, '' AS schema, w.name, '' AS part,
       'TRANSFORM ' || w.name AS words,
       format('CREATE TRANSFORM %s (%s)', w.name, concat_ws(', ',
              'FROM SQL WITH FUNCTION ' || nullif(t.trffromsql::oid, 0)::regprocedure,
              'TO SQL WITH FUNCTION ' || nullif(t.trftosql::oid, 0)::regprocedure)) AS sql,
       '{}'::text[] AS options
  FROM pg_transform t
  JOIN pg_language l ON l.oid = t.trflang,
  LATERAL (SELECT format('FOR %s LANGUAGE %I', t.trftype::regtype, l.lanname) AS name) w)";

}  // namespace

const model::ObjectKind& transform_kind() {
  static const StatementKind kKind("transform", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
