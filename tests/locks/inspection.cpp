// Before a step's transaction is committed, it is asked which locks it holds and what it has read. A step
// without a transaction is a statement that PostgreSQL made for tables in use.
#include "inspection.hpp"

#include "lock_case.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "schemac/migration_script.hpp"

namespace schemac::locks {
namespace {

constexpr std::string_view kScanned = R"(
  SELECT c.oid::regclass::text, max(l.mode), max(s.seq_tup_read)
  FROM pg_catalog.pg_locks l
  JOIN pg_catalog.pg_class c ON c.oid = l.relation
  JOIN pg_catalog.pg_stat_xact_all_tables s ON s.relid = c.oid
  WHERE l.pid = pg_backend_pid() AND l.granted AND c.oid < $1
    AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
    AND s.seq_tup_read >= $2
  GROUP BY c.oid)";

bool is_named(const migrate::ScriptStep& step) {
  for (const std::string& hazard : step.hazards)
    if (hazard.starts_with("SC5004") || hazard.starts_with("SC5005")) return true;
  return false;
}

/// An oid that everything made from now on is above of.
std::int64_t next_oid(Connection& connection) {
  connection.execute_script("CREATE TABLE public.locks_mark (); DROP TABLE public.locks_mark");
  const Result result = connection.execute("SELECT max(oid)::bigint + 1 FROM pg_catalog.pg_class");
  return RowReader{result, 0}.next<std::int64_t>();
}

}  // namespace

std::vector<std::string> blocking_scans(const std::string& url, const std::string& text, long rows) {
  Connection connection{url, {.prepared_statements = 0}};
  const std::int64_t born_later = next_oid(connection);
  const migrate::Script script = migrate::read_script(text, "script");
  connection.execute_script(script.settings);
  std::vector<std::string> found;
  for (const migrate::ScriptStep& step : script.steps) {
    connection.execute("SELECT pg_catalog.pg_stat_force_next_flush()");  // so that only the step is counted
    if (!step.transactional) {
      connection.execute_script(step.sql);
      continue;
    }
    Transaction transaction = connection.begin();
    transaction.execute_script(step.sql);
    Parameters parameters;
    parameters.add(born_later).add(static_cast<std::int64_t>(rows));
    const Result scanned = transaction.execute(kScanned, parameters);
    for (int i = 0; i < scanned.rows() && !is_named(step); ++i) {
      RowReader row{scanned, i};
      const auto table = row.next<std::string>();
      found.push_back("\"" + step.what + "\" reads " + table + " under " + row.next<std::string>());
    }
    transaction.commit();
  }
  return found;
}

}  // namespace schemac::locks
