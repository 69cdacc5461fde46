// Where a server stands in the write-ahead log.
#include "log_position.hpp"

#include "schemac/codec/scalars.hpp"

namespace schemac {

LogPosition log_position(Executor& on) {
  const Result result = on.execute(
      "SELECT pg_is_in_recovery(), (CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn()"
      " ELSE pg_current_wal_lsn() END - '0/0')::bigint");
  RowReader row{result, 0};
  LogPosition position;
  position.standby = row.next<bool>();
  position.at = static_cast<std::uint64_t>(row.next<std::optional<std::int64_t>>().value_or(0));
  return position;
}

}  // namespace schemac
