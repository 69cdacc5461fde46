// The members of operator families and classes, as both kinds read them.
#pragma once

#include <string_view>

namespace schemac::compiler::objects {

/// A subquery: class, oid, family, `slot` ("OPERATOR 1 (integer, bigint)") and `value`, what is in the slot.
inline constexpr std::string_view kOperatorMembers = R"((
SELECT 'pg_amop'::regclass::oid AS class, m.oid, m.amopfamily AS family,
       format('OPERATOR %s (%s, %s)', m.amopstrategy, m.amoplefttype::regtype, m.amoprighttype::regtype) AS slot,
       format('OPERATOR %s %I.%s (%s, %s)%s', m.amopstrategy, n.nspname, o.oprname, m.amoplefttype::regtype,
              m.amoprighttype::regtype,
              CASE WHEN s.oid IS NOT NULL THEN format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) END) AS value
  FROM pg_amop m
  JOIN pg_operator o ON o.oid = m.amopopr
  JOIN pg_namespace n ON n.oid = o.oprnamespace
  LEFT JOIN pg_opfamily s ON s.oid = m.amopsortfamily
  LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
 WHERE m.oid >= 16384
UNION ALL
SELECT 'pg_amproc'::regclass, m.oid, m.amprocfamily,
       format('FUNCTION %s (%s, %s)', m.amprocnum, m.amproclefttype::regtype, m.amprocrighttype::regtype),
       format('FUNCTION %s (%s, %s) %s', m.amprocnum, m.amproclefttype::regtype, m.amprocrighttype::regtype,
              m.amproc::regprocedure)
  FROM pg_amproc m
 WHERE m.oid >= 16384))";

}  // namespace schemac::compiler::objects
