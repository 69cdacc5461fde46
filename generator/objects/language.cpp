// Languages of functions that no extension brings.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_language'::regclass::oid AS class, l.oid, 0 AS sub, '' AS schema, l.lanname AS name, '' AS part,
       format('LANGUAGE %I', l.lanname) AS words,
       concat_ws(' ', 'CREATE', CASE WHEN l.lanpltrusted THEN 'TRUSTED' END, format('LANGUAGE %I', l.lanname),
                 'HANDLER ' || nullif(l.lanplcallfoid, 0)::regproc,
                 'INLINE ' || nullif(l.laninline, 0)::regproc,
                 'VALIDATOR ' || nullif(l.lanvalidator, 0)::regproc) AS sql,
       '{}'::text[] AS options
  FROM pg_language l
 WHERE l.oid >= 16384)";

}  // namespace

const model::ObjectKind& language_kind() {
  static const StatementKind kKind("language", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
