// Aggregate functions. CREATE AGGREGATE names everything that one is made of.
#include "objects/objects.hpp"
#include "objects/statement_kind.hpp"

namespace schemac::compiler::objects {
namespace {

// A function that is not there is 0; what it leaves as it is, is not said. FINALFUNC_MODIFY has another
// default for ordered-set aggregates.
constexpr std::string_view kCatalogue = R"(
SELECT 'pg_proc'::regclass::oid AS class, p.oid AS oid, 0 AS sub, n.nspname AS schema, p.proname AS name,
       oidvectortypes(p.proargtypes) AS part, format('AGGREGATE %I.%I(%s)', n.nspname, p.proname, p.arguments) AS words,
       format(E'CREATE AGGREGATE %I.%I(%s) (\n    ', n.nspname, p.proname, p.arguments) || concat_ws(E',\n    ',
         'SFUNC = ' || a.aggtransfn, 'STYPE = ' || format_type(a.aggtranstype, NULL),
         'SSPACE = ' || nullif(a.aggtransspace, 0), 'INITCOND = ' || quote_literal(a.agginitval),
         'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
         CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
         CASE WHEN a.aggfinalfn <> 0 AND a.aggfinalmodify <> usual THEN 'FINALFUNC_MODIFY = ' || m.words END,
         'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
         'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
         'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
         'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc, 'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
         'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL), 'MSSPACE = ' || nullif(a.aggmtransspace, 0),
         'MINITCOND = ' || quote_literal(a.aggminitval),
         'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
         CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
         CASE WHEN a.aggmfinalfn <> 0 AND a.aggmfinalmodify <> usual THEN 'MFINALFUNC_MODIFY = ' || mm.words END,
         'SORTOP = OPERATOR(' || s.oprnamespace::regnamespace || '.' || s.oprname || ')', CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END,
         CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END) || E'\n)' AS sql,
       '{}'::text[] AS options
  FROM (SELECT *, coalesce(nullif(pg_get_function_identity_arguments(oid), ''), '*') AS arguments
          FROM pg_proc WHERE prokind = 'a') p
  JOIN user_schemas n ON n.oid = p.pronamespace
  JOIN pg_aggregate a ON a.aggfnoid = p.oid
  CROSS JOIN LATERAL (SELECT CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END) u(usual)
  LEFT JOIN pg_operator s ON s.oid = a.aggsortop
  LEFT JOIN (VALUES ('r', 'READ_ONLY'), ('s', 'SHAREABLE'), ('w', 'READ_WRITE')) m(code, words) ON m.code = a.aggfinalmodify
  LEFT JOIN (VALUES ('r', 'READ_ONLY'), ('s', 'SHAREABLE'), ('w', 'READ_WRITE')) mm(code, words) ON mm.code = a.aggmfinalmodify)";

}  // namespace

const model::ObjectKind& aggregate_kind() {
  static const StatementKind kKind("aggregate", kCatalogue);
  return kKind;
}

}  // namespace schemac::compiler::objects
