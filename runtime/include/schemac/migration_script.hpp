// The scripts of migrations, up.sql and down.sql, taken apart into their steps. docs/migrations.md defines
// the format; no SQL is parsed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::migrate {

/// What is done and recorded together: a transaction, or one statement that cannot be in one.
struct ScriptStep {
  std::string what;                  ///< in words; empty where the script has no headers
  std::vector<std::string> locks;    ///< "ACCESS EXCLUSIVE on public.bills"
  std::vector<std::string> hazards;  ///< "SC5003: …", or words alone
  bool transactional = true;
  std::string precondition;  ///< a query: true when the step can succeed; empty if that is certain
  std::string probe;         ///< a query: 'absent', 'partial' or 'done'; empty for a transaction without one
  std::string repair;        ///< a statement: makes absent what is partial; empty if running again does
  std::string sql;           ///< the statements, without BEGIN and COMMIT
  int line = 1;              ///< of the script, where `sql` begins
};

struct Script {
  std::vector<std::string> replaces;  ///< versions of the migrations that it stands for, after a squash
  std::string settings;               ///< SET statements before the first step; may be empty
  std::vector<ScriptStep> steps;
};

/// Reads a script; one without the first line of the format is one step. `name` opens the messages. Throws
/// MigrationError ("NAME:LINE: what is wrong and what to do").
Script read_script(std::string_view text, std::string_view name);

}  // namespace schemac::migrate
