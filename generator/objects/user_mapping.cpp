// User mappings: as whom a role speaks to a foreign server. Passwords are left where they are.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_user_mapping'::regclass::oid AS class, m.umid AS oid, 0 AS sub, '' AS schema, m.srvname AS name,
       m.usename AS part, w.words, 'CREATE ' || w.words AS sql,
       array(SELECT o FROM unnest(m.umoptions) o WHERE o NOT LIKE 'password=%') AS options
  FROM pg_user_mappings m,
  LATERAL (SELECT format('USER MAPPING FOR %s SERVER %I',
                         CASE m.umuser WHEN 0 THEN 'PUBLIC' ELSE quote_ident(m.usename) END, m.srvname) AS words) w)";

}  // namespace

const model::ObjectKind& user_mapping_kind() {
  static const StatementKind kKind("user_mapping", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
