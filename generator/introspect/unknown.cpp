// Asks pg_depend's other side: every object that a user made and that stands on its own; those without a
// place are the unknown ones, which PostgreSQL's own pg_describe_object names.
#include "introspect/unknown.hpp"

#include <algorithm>

#include "schemac/codec/codecs.hpp"

namespace schemac::compiler::introspect {
namespace {

// Not asked for: types of arrays, rows and multiranges, toast tables and their indexes, internal triggers,
// indexes of constraints, and what inheriting or partitioning made of a parent's; each goes with an object
// that is listed. Nor for what is the server's (roles, tablespaces) or data (large objects).
constexpr std::string_view kStandAlone = R"(
WITH user_schemas AS (SELECT oid FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
objects(class, oid) AS (
 SELECT 'pg_class'::regclass::oid, c.oid FROM pg_class c JOIN user_schemas n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') OR c.relkind IN ('i', 'I', 'S')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_class'::regclass AND d.deptype = 'i')
 UNION ALL SELECT 'pg_type'::regclass, t.oid FROM pg_type t JOIN user_schemas n ON n.oid = t.typnamespace
  LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.typtype <> 'm' AND t.typcategory <> 'A' AND (t.typrelid = 0 OR c.relkind = 'c')
 UNION ALL SELECT 'pg_proc'::regclass, p.oid FROM pg_proc p JOIN user_schemas n ON n.oid = p.pronamespace
  WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.classid = 'pg_proc'::regclass AND d.deptype = 'i')
 UNION ALL SELECT 'pg_constraint'::regclass, c.oid FROM pg_constraint c JOIN user_schemas n ON n.oid = c.connamespace
  LEFT JOIN pg_foreign_table f ON f.ftrelid = c.conrelid
  WHERE c.contype <> 't' AND c.contypid = 0 AND c.conparentid = 0 AND f.ftrelid IS NULL
 UNION ALL SELECT 'pg_operator'::regclass, o.oid FROM pg_operator o JOIN user_schemas n ON n.oid = o.oprnamespace
  WHERE o.oprcode <> 0
 UNION ALL SELECT 'pg_opclass'::regclass, o.oid FROM pg_opclass o JOIN user_schemas n ON n.oid = o.opcnamespace
 UNION ALL SELECT 'pg_opfamily'::regclass, o.oid FROM pg_opfamily o JOIN user_schemas n ON n.oid = o.opfnamespace
 UNION ALL SELECT 'pg_collation'::regclass, c.oid FROM pg_collation c JOIN user_schemas n ON n.oid = c.collnamespace
 UNION ALL SELECT 'pg_conversion'::regclass, c.oid FROM pg_conversion c JOIN user_schemas n ON n.oid = c.connamespace
 UNION ALL SELECT 'pg_statistic_ext'::regclass, s.oid FROM pg_statistic_ext s JOIN user_schemas n ON n.oid = s.stxnamespace
 UNION ALL SELECT 'pg_ts_config'::regclass, t.oid FROM pg_ts_config t JOIN user_schemas n ON n.oid = t.cfgnamespace
 UNION ALL SELECT 'pg_ts_dict'::regclass, t.oid FROM pg_ts_dict t JOIN user_schemas n ON n.oid = t.dictnamespace
 UNION ALL SELECT 'pg_ts_parser'::regclass, t.oid FROM pg_ts_parser t JOIN user_schemas n ON n.oid = t.prsnamespace
 UNION ALL SELECT 'pg_ts_template'::regclass, t.oid FROM pg_ts_template t JOIN user_schemas n ON n.oid = t.tmplnamespace
 UNION ALL SELECT 'pg_rewrite'::regclass, r.oid FROM pg_rewrite r WHERE r.rulename <> '_RETURN' AND r.oid >= 16384
 UNION ALL SELECT 'pg_trigger'::regclass, t.oid FROM pg_trigger t WHERE NOT t.tgisinternal AND t.tgparentid = 0
 UNION ALL SELECT 'pg_policy'::regclass, oid FROM pg_policy
 UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
 UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_publication
 UNION ALL SELECT 'pg_cast'::regclass, c.oid FROM pg_cast c WHERE c.oid >= 16384
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.classid = 'pg_cast'::regclass AND d.deptype = 'i')
 UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_language WHERE oid >= 16384
 UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am WHERE oid >= 16384
 UNION ALL SELECT 'pg_transform'::regclass, oid FROM pg_transform WHERE oid >= 16384
 UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
 UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
 UNION ALL SELECT 'pg_user_mapping'::regclass, umid FROM pg_user_mappings
 UNION ALL SELECT 'pg_subscription'::regclass, s.oid FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
  WHERE d.datname = current_database()
)
SELECT class, oid FROM objects)";

constexpr std::string_view kDescriptions = R"(
SELECT pg_describe_object(class, oid, 0) FROM unnest($1::oid[], $2::oid[]) o(class, oid)
UNION ALL
SELECT 'password of ' || pg_describe_object('pg_user_mapping'::regclass, umid, 0) FROM pg_user_mappings
 WHERE array_to_string(umoptions, E'\n', '') ~ '(^|\n)password=')";

}  // namespace

std::vector<std::string> unknown_objects(Transaction& transaction, const Places& places,
                                         const Members& members) {
  const Result found = transaction.execute(kStandAlone);
  std::vector<std::uint32_t> catalogues;
  std::vector<std::uint32_t> oids;
  for (int i = 0; i < found.rows(); ++i) {
    RowReader row(found, i);
    const auto catalogue = row.next<std::uint32_t>();
    const Address address{catalogue, row.next<std::uint32_t>(), 0};
    if (places.contains(address) || members.contains(address)) continue;
    catalogues.push_back(catalogue);
    oids.push_back(address.oid);
  }
  const Result described = transaction.execute(kDescriptions, Parameters{}.add(catalogues).add(oids));
  std::vector<std::string> unknown;
  for (int i = 0; i < described.rows(); ++i) unknown.push_back(RowReader(described, i).next<std::string>());
  std::sort(unknown.begin(), unknown.end());
  return unknown;
}

}  // namespace schemac::compiler::introspect
