// Runs the script of one migration, step by step, and keeps the ledger with it.
#pragma once

#include "migrate/ledger.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "schemac/migrate.hpp"

namespace schemac::migrate {

class ScriptRun {
 public:
  /// All of them outlive it. REQUIRES: the lock.
  ScriptRun(Connection& connection, Ledger& ledger, const Options& options, const Planned& planned);

  /// Runs the steps that are not done yet. Throws MigrationError naming the place in the script, with the
  /// SQLSTATE; the ledger and the database agree then, unless the connection is broken: then the next run
  /// asks the server.
  void run();

 private:
  State after(std::size_t index) const;
  const std::string& version() const { return planned_->migration.version; }
  void apply_settings();
  void run_step(std::size_t index);
  /// False when the step has ended its transaction itself.
  bool attempt_in_transaction(const ScriptStep& step, State then);
  void attempt_alone(const ScriptStep& step, State then);
  void execute_alone(const ScriptStep& step);
  void leave_nothing_partial(const ScriptStep& step) noexcept;
  [[noreturn]] void fail(std::size_t index, const Error& error) const;

  Connection* connection_;
  Ledger* ledger_;
  const Options* options_;
  const Planned* planned_;
};

/// What a step's probe says: "absent", "partial" or "done". Throws MigrationError for anything else.
std::string ask_probe(Connection& connection, const ScriptStep& step);

}  // namespace schemac::migrate
