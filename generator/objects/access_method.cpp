// Access methods for tables and indexes.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_am'::regclass::oid AS class, a.oid, 0 AS sub, '' AS schema, a.amname AS name, '' AS part,
       format('ACCESS METHOD %I', a.amname) AS words,
       format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname,
              CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, a.amhandler) AS sql,
       '{}'::text[] AS options
  FROM pg_am a
 WHERE a.oid >= 16384)";

}  // namespace

const model::ObjectKind& access_method_kind() {
  static const StatementKind kKind("access_method", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
