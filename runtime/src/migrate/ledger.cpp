// The table schemac.migrations. Every name is qualified, since a script may have changed the search path.
#include "migrate/ledger.hpp"

#include "migrate/sha256.hpp"
#include "schemac/codec/codecs.hpp"
#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

constexpr const char* kCreate = R"(
CREATE SCHEMA IF NOT EXISTS schemac;
CREATE TABLE schemac.migrations (
    version text PRIMARY KEY,
    name text NOT NULL,
    up_sha256 text NOT NULL,
    down_sha256 text NOT NULL,
    change_sha256 text NOT NULL,
    state text NOT NULL CHECK (state IN ('applying', 'applied', 'reverting', 'reverted', 'replaced')),
    steps_done integer NOT NULL,
    step_open boolean NOT NULL,
    origin text NOT NULL CHECK (origin IN ('run', 'baseline', 'resolve', 'squash')),
    run_by text NOT NULL,
    started_at timestamptz NOT NULL,
    seconds double precision NOT NULL
);
COMMENT ON TABLE schemac.migrations IS 'The migrations of this database; written by schemac''s runner alone.';)";

State read_state(const std::string& text) {
  for (const State state :
       {State::applying, State::applied, State::reverting, State::reverted, State::replaced})
    if (text == name(state)) return state;
  throw MigrationError{"schemac.migrations holds the state \"" + text +
                       "\", which is unknown here: a newer schemac has written it"};
}

}  // namespace

Checksums checksums_of(const Migration& migration) {
  return {sha256(migration.up), sha256(migration.down), sha256(migration.change)};
}

bool Ledger::exists() {
  const Result table =
      connection_->execute("SELECT pg_catalog.to_regclass('schemac.migrations') IS NOT NULL");
  return RowReader{table, 0}.next<bool>();
}

void Ledger::create() {
  if (!exists()) connection_->execute_script(kCreate);
}

std::vector<Recorded> Ledger::rows() {
  if (!exists()) return {};
  const Result result = connection_->execute(
      "SELECT version, name, state, steps_done, step_open, origin, run_by, started_at::text, seconds, "
      "up_sha256, down_sha256, change_sha256 FROM schemac.migrations "
      "ORDER BY migrations.started_at, version COLLATE \"C\"");
  std::vector<Recorded> rows;
  for (int i = 0; i < result.rows(); ++i) {
    RowReader row{result, i};
    Recorded& recorded = rows.emplace_back();
    recorded.entry.version = row.next<std::string>();
    recorded.entry.name = row.next<std::string>();
    recorded.entry.state = read_state(row.next<std::string>());
    recorded.entry.steps_done = row.next<std::int32_t>();
    recorded.entry.step_open = row.next<bool>();
    recorded.entry.origin = row.next<std::string>();
    recorded.entry.run_by = row.next<std::string>();
    recorded.entry.started_at = row.next<std::string>();
    recorded.entry.seconds = row.next<double>();
    recorded.checksums.up = row.next<std::string>();
    recorded.checksums.down = row.next<std::string>();
    recorded.checksums.change = row.next<std::string>();
  }
  return rows;
}

void Ledger::record(Executor& on, const Migration& migration, State state, const std::string& origin) {
  const Checksums checksums = checksums_of(migration);
  on.execute(
      "INSERT INTO schemac.migrations VALUES ($1, $2, $3, $4, $5, $6, 0, false, $7, session_user, "
      "pg_catalog.clock_timestamp(), 0) "
      "ON CONFLICT (version) DO UPDATE SET name = excluded.name, up_sha256 = excluded.up_sha256, "
      "down_sha256 = excluded.down_sha256, change_sha256 = excluded.change_sha256, state = excluded.state, "
      "steps_done = 0, step_open = false, origin = excluded.origin, run_by = excluded.run_by, "
      "started_at = excluded.started_at, seconds = 0",
      Parameters{}
          .add(migration.version)
          .add(migration.name)
          .add(checksums.up)
          .add(checksums.down)
          .add(checksums.change)
          .add(std::string{name(state)})
          .add(origin));
}

void Ledger::record_squash(const Migration& migration, const std::vector<std::string>& replaced) {
  connection_->transaction([&](Transaction& transaction) {
    const Result last = transaction.execute(
        "SELECT pg_catalog.max(started_at)::text FROM schemac.migrations WHERE version = ANY ($1)",
        Parameters{}.add(replaced));
    transaction.execute("UPDATE schemac.migrations SET state = 'replaced' WHERE version = ANY ($1)",
                        Parameters{}.add(replaced));
    record(transaction, migration, State::applied, "squash");
    transaction.execute("UPDATE schemac.migrations SET started_at = $2::text::timestamptz WHERE version = $1",
                        Parameters{}.add(migration.version).add(RowReader{last, 0}.next<std::string>()));
  });
}

void Ledger::open_step(Executor& on, const std::string& version) {
  on.execute("UPDATE schemac.migrations SET step_open = true WHERE version = $1", Parameters{}.add(version));
}

void Ledger::drop_step(const std::string& version) {
  connection_->execute("UPDATE schemac.migrations SET step_open = false WHERE version = $1",
                       Parameters{}.add(version));
}

void Ledger::close_step(Executor& on, const std::string& version, double seconds, State then) {
  on.execute(
      "UPDATE schemac.migrations SET steps_done = steps_done + 1, step_open = false, "
      "seconds = seconds + $2, state = $3 WHERE version = $1",
      Parameters{}.add(version).add(seconds).add(std::string{name(then)}));
}

}  // namespace schemac::migrate
