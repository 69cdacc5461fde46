// The calls that bring a database to a version: each is a connection, the lock, a comparison of the files
// with the ledger, and what follows from it.
#include "schemac/migrate.hpp"

#include "migrate/history.hpp"
#include "migrate/ledger.hpp"
#include "migrate/lock.hpp"
#include "migrate/script_run.hpp"
#include "migrate/squash.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"

namespace schemac::migrate {
namespace {

/// Nothing is prepared: the statements of a migration change what plans are made for.
constexpr ConnectionOptions kUnprepared{.prepared_statements = 0};

/// A connection that may change the ledger: it holds the lock, and the table is there.
class LockedDatabase {
 public:
  LockedDatabase(const std::string& connection_string, const Options& options)
      : connection{connection_string, kUnprepared}, ledger{connection} {
    take_lock(connection, options);
    ledger.create();
  }

  Connection connection;
  Ledger ledger;
};

std::vector<std::string> run(const std::string& connection_string, const std::vector<Migration>& migrations,
                             Direction direction, const Options& options) {
  LockedDatabase database{connection_string, options};
  std::vector<Recorded> rows = database.ledger.rows();
  for (const Squash& squash : adopt_squashes(migrations, rows))
    database.ledger.record_squash(*squash.migration, squash.replaced);
  const std::vector<Planned> plan = History{migrations, std::move(rows)}.plan(direction, options);
  if (!plan.empty() && options.observer != nullptr) options.observer->before(plan);
  std::vector<std::string> done;
  for (const Planned& planned : plan) {
    ScriptRun{database.connection, database.ledger, options, planned}.run();
    done.push_back(planned.migration.folder());
  }
  return done;
}

History read_history(const std::string& connection_string, const std::vector<Migration>& migrations) {
  Connection connection{connection_string, kUnprepared};
  std::vector<Recorded> rows = Ledger{connection}.rows();
  adopt_squashes(migrations, rows);
  return History{migrations, std::move(rows)};
}

/// Throws for the first probe of up.sql that says something else.
void expect_probes(Connection& connection, const Migration& migration, const std::string& expected) {
  const std::string path = migration.folder() + "/up.sql";
  const Script script = read_script(migration.up, path);
  for (std::size_t i = 0; i < script.steps.size(); ++i) {
    if (script.steps[i].probe.empty()) continue;
    const std::string found = ask_probe(connection, script.steps[i]);
    if (found != expected)
      throw MigrationError{path + ": what step " + std::to_string(i + 1) + " (" + script.steps[i].what +
                           ") does is '" + found + "', not '" + expected +
                           "', so that nothing was recorded; its probe is: " + script.steps[i].probe};
  }
}

}  // namespace

std::vector<std::string> up(const std::string& connection_string, const std::vector<Migration>& migrations,
                            const Options& options) {
  return run(connection_string, migrations, Direction::up, options);
}

std::vector<std::string> down(const std::string& connection_string, const std::vector<Migration>& migrations,
                              const Options& options) {
  return run(connection_string, migrations, Direction::down, options);
}

std::vector<Planned> plan(const std::string& connection_string, const std::vector<Migration>& migrations,
                          Direction direction, const Options& options) {
  return read_history(connection_string, migrations).plan(direction, options);
}

Status status(const std::string& connection_string, const std::vector<Migration>& migrations) {
  return read_history(connection_string, migrations).status();
}

std::vector<std::string> baseline(const std::string& connection_string,
                                  const std::vector<Migration>& migrations, const std::string& version,
                                  const Options& options) {
  LockedDatabase database{connection_string, options};
  const History history{migrations, database.ledger.rows()};
  history.expect(version);
  std::vector<std::string> recorded;
  database.connection.transaction([&](Transaction& transaction) {
    for (const Migration& migration : migrations) {
      const Recorded* row = history.recorded(migration.version);
      const State state = row == nullptr ? State::pending : row->entry.state;
      if (migration.version > version || state == State::applied) continue;
      if (state == State::applying || state == State::reverting)
        throw MigrationError{migration.folder() + " was begun: `schemactl migrate status` says what to do"};
      database.ledger.record(transaction, migration, State::applied, "baseline");
      recorded.push_back(migration.folder());
    }
  });
  return recorded;
}

void resolve(const std::string& connection_string, const std::vector<Migration>& migrations,
             const std::string& version, bool applied, const Options& options) {
  LockedDatabase database{connection_string, options};
  const History history{migrations, database.ledger.rows()};
  const Migration& migration = history.expect(version);
  expect_probes(database.connection, migration, applied ? "done" : "absent");
  database.ledger.record(database.connection, migration, applied ? State::applied : State::reverted,
                         "resolve");
}

}  // namespace schemac::migrate
