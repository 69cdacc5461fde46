// Operator families; what their classes do not hold of them are members of their own.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_opfamily'::regclass::oid AS class, f.oid, 0 AS sub, n.nspname AS schema, f.opfname AS name,
       a.amname AS part, w.words, 'CREATE ' || w.words AS sql, '{}'::text[] AS options
  FROM pg_opfamily f
  JOIN user_schemas n ON n.oid = f.opfnamespace
  JOIN pg_am a ON a.oid = f.opfmethod,
  LATERAL (SELECT format('OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, a.amname) AS words) w)";

}  // namespace

const model::ObjectKind& operator_family_kind() {
  static const StatementKind kKind("operator_family", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
