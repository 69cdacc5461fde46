// Collations.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_collation'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.collname AS name, '' AS part,
       w.words,
       format('CREATE %s (%s)', w.words, concat_ws(', ',
              CASE c.collprovider WHEN 'i' THEN 'provider = icu' ELSE 'provider = libc' END,
              CASE WHEN c.collprovider = 'i' THEN format('locale = %L', c.colliculocale)
                   WHEN c.collcollate = c.collctype THEN format('locale = %L', c.collcollate)
                   ELSE format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype) END,
              CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END)) AS sql,
       '{}'::text[] AS options
  FROM pg_collation c
  JOIN user_schemas n ON n.oid = c.collnamespace,
  LATERAL (SELECT format('COLLATION %I.%I', n.nspname, c.collname) AS words) w)";

}  // namespace

const model::ObjectKind& collation_kind() {
  static const StatementKind kKind("collation", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
