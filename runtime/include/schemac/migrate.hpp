// Brings a database to a version of its migrations: `schemac::migrate::up(url, read_folder(path))` when a
// program starts, or `schemactl migrate`. What is done is recorded in the database, in schemac.migrations.
//
// Every step is recorded in its own transaction, or asked for by its probe after a broken run, so that a run
// that was killed anywhere goes on where it stopped when the same call is made again. One run at a time works
// on a database; the others wait for it and then find nothing to do.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "schemac/migration.hpp"
#include "schemac/migration_script.hpp"

namespace schemac::migrate {

/// What the ledger says of a migration.
enum class State {
  pending,    ///< nothing, or that nothing of it is there
  applying,   ///< up.sql was begun and has not ended
  applied,    ///< it is there
  reverting,  ///< down.sql was begun and has not ended
  reverted,   ///< it was there; like pending
  replaced    ///< it is there as a part of another one, which a squash has made of several
};

/// "pending", "applying", …
std::string_view name(State state);

/// A line of the status: a migration that is in the folder, in the ledger, or in both.
struct Entry {
  std::string version;
  std::string name;
  State state = State::pending;
  int steps_done = 0;      ///< of up.sql; of down.sql while reverting
  bool step_open = false;  ///< the next step was begun
  std::string origin;      ///< "run", "baseline", "resolve" or "squash"; empty if the ledger does not know it
  std::string run_by;      ///< the role that did it
  std::string started_at;  ///< as the server writes a timestamptz
  double seconds = 0;      ///< that its steps took

  std::string folder() const { return version + "_" + name; }
};

enum class FindingKind {
  changed,       ///< a file is not what was applied
  renamed,       ///< applied under another version
  missing,       ///< applied, and not in the folder
  ahead,         ///< missing, and newer than all in the folder: a newer program has been here
  out_of_order,  ///< pending, and older than one that is applied
  half_done      ///< a run was broken off
};

/// "changed", "renamed", …
std::string_view name(FindingKind kind);

/// Where the files and the ledger do not agree.
struct Finding {
  FindingKind kind = FindingKind::changed;
  std::string migration;  ///< its folder
  std::string message;    ///< what is wrong and what to do
};

struct Status {
  std::vector<Entry> entries;  ///< by version
  std::vector<Finding> findings;
};

enum class Direction { up, down };

/// Which step is meant.
struct StepPlace {
  std::string path;        ///< "20261120093000_add_bill_links/up.sql"
  std::size_t number = 0;  ///< from 1
  std::size_t count = 0;
  std::string what;  ///< in words; may be empty
};

/// A migration that is to be run, up or down.
struct Planned {
  Migration migration;
  Direction direction = Direction::up;
  Script script;
  bool begun = false;          ///< by a run that was broken off
  std::size_t steps_done = 0;  ///< by that run; they are not run again

  /// The script: "20261120093000_add_bill_links/up.sql".
  std::string path() const {
    return migration.folder() + (direction == Direction::up ? "/up.sql" : "/down.sql");
  }
  StepPlace place(std::size_t index) const;
};

/// Is told what happens during a run, on the thread that called it.
class Observer {
 public:
  virtual ~Observer() = default;

  /// Another run holds the lock; said once. `holder`: "server process 4711 (…)".
  virtual void waiting(std::string_view /*holder*/) {}
  /// Before anything is changed, and only if something will be: the place for a backup. What it throws ends
  /// the run.
  virtual void before(const std::vector<Planned>& /*plan*/) {}
  virtual void begun(const StepPlace& /*step*/) {}
  virtual void done(const StepPlace& /*step*/, double /*seconds*/) {}
  /// A lock was not to be had in time (lock_timeout), or a deadlock was broken; the step was undone, and is
  /// tried again after `seconds`.
  virtual void retrying(const StepPlace& /*step*/, std::string_view /*reason*/, double /*seconds*/) {}
};

struct Options {
  /// The version to go to. Up: the last that is applied, empty for all. Down: the last that stays, "0" for
  /// none; empty reverts one migration.
  std::string to = {};
  bool out_of_order = false;     ///< apply what is older than an applied one
  bool missing = false;          ///< run although applied migrations are not among the files
  int wait_seconds = 300;        ///< for another run to end
  int retry_seconds = 60;        ///< how long a step goes on trying to get its locks
  Observer* observer = nullptr;  ///< outlives the call
};

/// Applies what is pending, in the order of versions, after what a broken run has left. Returns what it ran.
/// Throws MigrationError when the files and the ledger do not agree, when a step fails, and when another run
/// does not end in time; ConnectionError when the database cannot be reached.
std::vector<std::string> up(const std::string& connection_string, const std::vector<Migration>& migrations,
                            const Options& options = {});

/// Reverts, what was applied last first. Returns and throws as up().
std::vector<std::string> down(const std::string& connection_string, const std::vector<Migration>& migrations,
                              const Options& options = {});

/// What up() or down() would run now; changes nothing and waits for nobody. Throws as they do.
std::vector<Planned> plan(const std::string& connection_string, const std::vector<Migration>& migrations,
                          Direction direction, const Options& options = {});

/// The files beside the ledger; changes nothing.
Status status(const std::string& connection_string, const std::vector<Migration>& migrations);

/// Records all up to `version` as applied, without running them: for a database that has them already.
/// Returns those that it recorded. Throws MigrationError.
std::vector<std::string> baseline(const std::string& connection_string,
                                  const std::vector<Migration>& migrations, const std::string& version,
                                  const Options& options = {});

/// Records what somebody has done by hand, after the probes of up.sql agree: `applied` needs all of them to
/// say 'done', otherwise 'absent'. Throws MigrationError, naming the first that does not.
void resolve(const std::string& connection_string, const std::vector<Migration>& migrations,
             const std::string& version, bool applied, const Options& options = {});

}  // namespace schemac::migrate
