// ALTER TABLE … DISABLE, under session_replication_role = replica, in which event triggers do not see it.
#include "verify/muted_triggers.hpp"

#include <string_view>

#include "schemac/codec/codecs.hpp"

namespace schemac::compiler::verify {
namespace {

/// Parents before their partitions, since what is said of a parent reaches them.
constexpr std::string_view kAwake = R"(
  SELECT pg_catalog.format('ALTER TABLE %I.%I DISABLE %s', n.nspname, c.relname, t.what),
         pg_catalog.format('ALTER TABLE %I.%I ENABLE %s%s', n.nspname, c.relname,
                           CASE t.state WHEN 'R' THEN 'REPLICA ' WHEN 'A' THEN 'ALWAYS ' ELSE '' END, t.what)
  FROM (SELECT tgrelid AS relation, tgenabled AS state, pg_catalog.format('TRIGGER %I', tgname) AS what
        FROM pg_catalog.pg_trigger WHERE NOT tgisinternal
        UNION ALL
        SELECT ev_class, ev_enabled, pg_catalog.format('RULE %I', rulename)
        FROM pg_catalog.pg_rewrite WHERE rulename <> '_RETURN') t
  JOIN pg_catalog.pg_class c ON c.oid = t.relation
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE t.state <> 'D' AND c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  ORDER BY (SELECT count(*) FROM pg_catalog.pg_partition_ancestors(c.oid)), 1)";

}  // namespace

MutedTriggers::MutedTriggers(Transaction& transaction) : transaction_{transaction} {
  const Result result = transaction.execute(kAwake);
  std::vector<std::string> muting;
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    muting.push_back(row.next<std::string>());
    waking_.push_back(row.next<std::string>());
  }
  run(muting);
}

void MutedTriggers::wake() {
  run(waking_);
}

void MutedTriggers::run(const std::vector<std::string>& statements) {
  if (statements.empty()) return;
  transaction_.execute("SET LOCAL session_replication_role = replica");
  for (const std::string& statement : statements) transaction_.execute(statement);
  transaction_.execute("SET LOCAL session_replication_role = origin");
}

}  // namespace schemac::compiler::verify
