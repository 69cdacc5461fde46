// Foreign tables: they hold no rows here, so that one which changes may go and come back.
#include "model/table.hpp"
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_class'::regclass::oid AS class, c.oid, 0 AS sub, n.nspname AS schema, c.relname AS name, '' AS part,
       format('FOREIGN TABLE %I.%I', n.nspname, c.relname) AS words,
       format(E'CREATE FOREIGN TABLE %I.%I%s%s SERVER %I', n.nspname, c.relname,
              CASE WHEN c.relispartition THEN format(' PARTITION OF %s %s', i.parents, pg_get_expr(c.relpartbound, c.oid))
                   ELSE format(E' (\n    %s\n)', concat_ws(E',\n    ', a.columns, k.checks)) END,
              CASE WHEN NOT c.relispartition THEN ' INHERITS (' || i.parents || ')' END, s.srvname) AS sql,
       f.ftoptions AS options
  FROM pg_foreign_table f
  JOIN pg_class c ON c.oid = f.ftrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_foreign_server s ON s.oid = f.ftserver,
  LATERAL (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno) AS parents
             FROM pg_inherits i WHERE i.inhrelid = c.oid) i,
  LATERAL (SELECT string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                    'OPTIONS (' || (SELECT string_agg(format('%I %L', o.option_name, o.option_value), ', ')
                                      FROM pg_options_to_table(a.attfdwoptions) o) || ')',
                    CASE WHEN a.attcollation <> t.typcollation THEN 'COLLATE ' || a.attcollation::regcollation END,
                    CASE WHEN d.adbin IS NOT NULL THEN
                      format(CASE a.attgenerated WHEN 's' THEN 'GENERATED ALWAYS AS (%s) STORED' ELSE 'DEFAULT %s' END,
                             pg_get_expr(d.adbin, d.adrelid)) END,
                    CASE WHEN a.attnotnull THEN 'NOT NULL' END), E',\n    ' ORDER BY a.attnum) AS columns
             FROM pg_attribute a
             JOIN pg_type t ON t.oid = a.atttypid
             LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal) a,
  LATERAL (SELECT string_agg(format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\n    '
                             ORDER BY k.conname) AS checks
             FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conislocal) k)";

}  // namespace

const model::ObjectKind& foreign_table_kind() {
  static const StatementKind kKind(model::kForeignTableKind, kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
