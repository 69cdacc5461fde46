// Operator classes: the operators and support functions by which an index method treats a type.
#include <string>

#include "objects/objects.hpp"
#include "objects/operator_members.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kSelect = R"(
SELECT 'pg_opclass'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.opcname AS name, a.amname AS part,
       format('OPERATOR CLASS %I.%I USING %I', n.nspname, c.opcname, a.amname) AS words,
       format(E'CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS\n    %s', n.nspname, c.opcname,
              CASE WHEN c.opcdefault THEN ' DEFAULT' END, c.opcintype::regtype, a.amname, fn.nspname, f.opfname,
              concat_ws(E',\n    ', m.list,
                        'STORAGE ' || coalesce(nullif(c.opckeytype, 0),
                                              CASE WHEN m.list IS NULL THEN c.opcintype END)::regtype)) AS sql,
       '{}'::text[] AS options
  FROM pg_opclass c
  JOIN user_schemas n ON n.oid = c.opcnamespace
  JOIN pg_am a ON a.oid = c.opcmethod
  JOIN pg_opfamily f ON f.oid = c.opcfamily
  JOIN pg_namespace fn ON fn.oid = f.opfnamespace
  LEFT JOIN LATERAL (SELECT string_agg(m.value, E',\n    ' ORDER BY m.slot COLLATE "C") AS list
               FROM pg_depend d
               JOIN )";
constexpr std::string_view kFrom = R"( m ON m.class = d.classid AND m.oid = d.objid
              WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid AND d.deptype = 'i') m ON true
 WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_opclass'::regclass AND d.objid = c.oid
                      AND d.deptype = 'e'))";

}  // namespace

const model::ObjectKind& operator_class_kind() {
  static const std::string kCatalogue =
      std::string(kSelect) + std::string(kOperatorMembers) + std::string(kFrom);
  static const StatementKind kKind("operator_class", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
