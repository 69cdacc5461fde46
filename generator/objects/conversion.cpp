// Conversions between encodings.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_conversion'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.conname AS name, '' AS part,
       format('CONVERSION %I.%I', n.nspname, c.conname) AS words,
       format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' END, n.nspname,
              c.conname, pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc) AS sql,
       '{}'::text[] AS options
  FROM pg_conversion c
  JOIN user_schemas n ON n.oid = c.connamespace)";

}  // namespace

const model::ObjectKind& conversion_kind() {
  static const StatementKind kKind("conversion", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
