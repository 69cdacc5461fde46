// Foreign servers.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_foreign_server'::regclass::oid AS class, s.oid, 0 AS sub, '' AS schema, s.srvname AS name, '' AS part,
       format('SERVER %I', s.srvname) AS words,
       concat_ws(' ', format('CREATE SERVER %I', s.srvname), 'TYPE ' || quote_literal(s.srvtype),
                 'VERSION ' || quote_literal(s.srvversion), format('FOREIGN DATA WRAPPER %I', w.fdwname)) AS sql,
       s.srvoptions AS options
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw)";

}  // namespace

const model::ObjectKind& foreign_server_kind() {
  static const StatementKind kKind("foreign_server", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
