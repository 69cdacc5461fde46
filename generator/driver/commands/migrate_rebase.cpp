// `schemac migrate rebase VERSION`: puts a branch's migrations behind those that were merged meanwhile.
#include <algorithm>
#include <iostream>

#include "authoring/rebase.hpp"
#include "driver/commands/migrate.hpp"
#include "driver/commands/rewriting.hpp"
#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"

namespace schemac::compiler::driver {

namespace {

std::string heads_of(const Rewriting& work) {
  support::Diagnostics elsewhere;
  std::string text;
  for (const std::string& head : history::fold(work.migrations, elsewhere).heads) text += " " + head;
  return text;
}

}  // namespace

int migrate_rebase(const Options& options) {
  Rewriting work(options);
  if (!work.is_sound()) return kDefinitionErrors;
  const auto index = options.arguments.size() > 1 ? work.find(options.arguments[1]) : std::nullopt;
  if (!index) {
    return refuse_usage("migrate", "which migration of your branch is to be moved?",
                        "schemac migrate rebase VERSION; the last ones are" + heads_of(work));
  }
  const auto branch = authoring::branch_of(work.migrations[*index].version, work.migrations);
  if (branch.empty()) {
    std::cerr << "all migrations are of one line already: nothing to move\n";
    return kOk;
  }
  const auto read = [&](const std::string& version) {
    return history::read_files(options.migrations, version);
  };
  return work.finish(
      authoring::rebase(branch, work.migrations, read, work.kinds, work.sources, work.diagnostics));
}

}  // namespace schemac::compiler::driver
