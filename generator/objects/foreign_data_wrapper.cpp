// Foreign data wrappers.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_foreign_data_wrapper'::regclass::oid AS class, w.oid, 0 AS sub, '' AS schema, w.fdwname AS name, '' AS part,
       format('FOREIGN DATA WRAPPER %I', w.fdwname) AS words,
       concat_ws(' ', format('CREATE FOREIGN DATA WRAPPER %I', w.fdwname),
                 'HANDLER ' || nullif(w.fdwhandler, 0)::regproc,
                 'VALIDATOR ' || nullif(w.fdwvalidator, 0)::regproc) AS sql,
       w.fdwoptions AS options
  FROM pg_foreign_data_wrapper w)";

}  // namespace

const model::ObjectKind& foreign_data_wrapper_kind() {
  static const StatementKind kKind("foreign_data_wrapper", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
