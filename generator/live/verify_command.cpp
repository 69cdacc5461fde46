// `schemac verify`: proves migrations, all or one, on a scratch server.
#include <chrono>
#include <filesystem>
#include <iostream>

#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "live/commands.hpp"
#include "plan/evolution.hpp"
#include "plan/script.hpp"
#include "scratch/server.hpp"
#include "support/files.hpp"
#include "verify/proof.hpp"

namespace schemac::compiler::live {

namespace fs = std::filesystem;

namespace {

/// The databases "state_0", "state_1", …: the schema after so many migrations, as their changes say it.
class States {
 public:
  explicit States(std::span<const history::Migration> migrations) : migrations_(migrations) {
    server.create_database(name(0));
  }

  scratch::ScratchServer server;

  std::string after(std::size_t count) {
    for (; made_ < count; ++made_) make(made_ + 1);
    return name(count);
  }

 private:
  static std::string name(std::size_t count) { return "state_" + std::to_string(count); }

  void make(std::size_t count) {
    support::Diagnostics diagnostics;  // none: the whole fold was sound
    const auto fold = history::fold(migrations_.first(count), diagnostics);
    const auto steps = plan::evolve({}, fold.model, driver::vocabulary().kinds).steps;
    support::write_outputs(server.folder(), {{"state.sql", plan::to_sql(steps)}}, {});
    server.create_database(name(count));
    server.run_sql_file(name(count), server.folder() + "/state.sql");
  }

  std::span<const history::Migration> migrations_;
  std::size_t made_ = 0;
};

bool prove_one(States& states, std::size_t index, const history::Migration& migration,
               const fs::path& folder) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  const fs::path path = fs::absolute(folder / migration.version);
  const verify::Claim claim{states.after(index),
                            states.after(index + 1),
                            path / "up.sql",
                            path / "down.sql",
                            support::read_file(path / "up.sql").value_or(""),
                            support::read_file(path / "down.sql").value_or(""),
                            migration.renames};
  const verify::Proof proof = verify::prove(states.server, claim);
  const auto milliseconds =
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  std::cerr << migration.version << ": " << (proof.failures.empty() ? "proven" : "NOT proven") << " in "
            << milliseconds << " ms\n";
  for (const std::string& note : proof.notes) std::cerr << "  note: " << note << "\n";
  for (const std::string& failure : proof.failures) std::cerr << "  " << failure << "\n";
  return proof.failures.empty();
}

}  // namespace

int verify(const driver::Options& options) {
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto migrations =
      history::read_migrations(options.migrations, driver::vocabulary().kinds, sources, diagnostics);
  history::fold(migrations, diagnostics);
  driver::report(diagnostics, sources, options);
  if (diagnostics.has_errors()) return driver::kDefinitionErrors;
  const std::string only = options.arguments.empty() ? "" : options.arguments.front();
  States states(migrations);
  bool proven = true;
  bool found = only.empty();
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    if (!only.empty() && !migrations[i].version.starts_with(only)) continue;
    found = true;
    proven = prove_one(states, i, migrations[i], options.migrations) && proven;
  }
  if (!found) {
    return driver::refuse_usage("verify", "there is no migration `" + only + "`",
                                "those of " + options.migrations.generic_string() + ", by version or name");
  }
  return proven ? driver::kOk : driver::kDatabase;
}

}  // namespace schemac::compiler::live
