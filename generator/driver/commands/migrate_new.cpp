// `schemac migrate new NAME`: the migration from what the migrations so far have made to the definitions.
#include <algorithm>
#include <iostream>

#include "authoring/writing.hpp"
#include "driver/commands/migrate.hpp"
#include "driver/exit_code.hpp"
#include "driver/pipeline.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/change_file.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "plan/evolution.hpp"

namespace schemac::compiler::driver {

namespace {

bool destroys(const model::Hazard& hazard) {
  return hazard.code == model::hazards::kDropsTable || hazard.code == model::hazards::kDropsColumn;
}

/// What the steps would destroy without anybody having said that they may; one finding each.
void refuse_destruction(const plan::Evolution& way, const model::Model& after, const Options& options,
                        support::Diagnostics& diagnostics) {
  for (const model::Step& step : way.steps) {
    const model::Object* gone = way.renaming.before.find(step.object);
    for (const model::Hazard& hazard : step.hazards) {
      const bool allowed =
          std::find(options.allow.begin(), options.allow.end(), hazard.code) != options.allow.end();
      if (!destroys(hazard) || allowed || (gone != nullptr && after.find_dropped(*gone) != nullptr)) continue;
      diagnostics.error({}, hazard.code, hazard.text, "nothing says that it may").help =
          "was it renamed? Say \"renamed_from\" where the new name stands. Else list it in \"dropped\", or "
          "--allow " +
          hazard.code;
    }
  }
}

/// Hints that name nothing known, now or ever.
void refuse_unknown_hints(const model::Model& after, const plan::Evolution& way, const history::Fold& fold,
                          support::Diagnostics& diagnostics) {
  const auto same = [](const model::Rename& a, const model::Rename& b) {
    return a.from == b.from && a.to == b.to;
  };
  for (const model::Rename& hint : after.renames()) {
    if (!hint.origin.known()) continue;  // it follows from another one
    const auto matches = [&](const model::Rename& rename) { return same(rename, hint); };
    const bool known = std::any_of(way.renaming.renames.begin(), way.renaming.renames.end(), matches) ||
                       std::any_of(fold.renames.begin(), fold.renames.end(), matches);
    if (known) continue;
    diagnostics
        .error(hint.origin, "SC6005", "there never was a " + model::to_string(hint.from),
               "no migration has made it, or renamed it")
        .help = "take the hint away, or correct the name";
  }
}

void report_written(const std::filesystem::path& path, const std::vector<model::Step>& steps) {
  std::cerr << path.generic_string() << ": up.sql, down.sql, change.json\n";
  for (const model::Step& step : steps) {
    for (const model::Hazard& hazard : step.hazards)
      std::cerr << "  hazard " << hazard.code << ": " << hazard.text << "\n";
  }
}

int write_new(const Options& options, const std::string& name, const history::Fold& fold, Compilation& run) {
  const auto kinds = vocabulary().kinds;
  // What is written by hand changes no schema: differences are left to the next migration.
  const plan::Evolution up = options.empty ? plan::Evolution{} : plan::evolve(fold.model, run.model, kinds);
  if (!options.empty && !fold.heads.empty()) refuse_unknown_hints(run.model, up, fold, run.diagnostics);
  if (run.failed()) return kDefinitionErrors;
  refuse_destruction(up, run.model, options, run.diagnostics);
  if (run.failed()) return kRefused;
  if (up.empty() && !options.empty) {
    std::cerr << "the migrations lead to these definitions already: nothing to write\n";
    return kOk;
  }
  const auto down = options.empty ? up : plan::evolve_back(fold.model, run.model, up, kinds);
  history::Migration migration{authoring::next_version(name, fold.heads.empty() ? "" : fold.heads.back()),
                               fold.heads,
                               up.renaming.renames,
                               up.changes,
                               authoring::codes_of(up.steps),
                               {},
                               options.empty};
  history::write_migration(
      options.migrations, migration.version,
      {authoring::script_of(up), authoring::script_of(down), history::to_change_file(migration)});
  report_written(options.migrations / migration.version, up.steps);
  return kOk;
}

}  // namespace

int migrate_new(const Options& options) {
  if (options.arguments.size() < 2)
    return refuse_usage("migrate", "how is it called?", "schemac migrate new NAME [DEFINITIONS]");
  const std::string& name = options.arguments[1];
  if (!history::is_version("00000000000000_" + name)) {
    return refuse_usage("migrate", "`" + name + "` is no name of a migration",
                        "lower-case letters, digits and `_`");
  }
  Compilation run = compile(options.arguments.size() > 2 ? options.arguments[2] : "schema-defs");
  int status = kDefinitionErrors;
  if (!run.failed()) {
    const auto migrations =
        history::read_migrations(options.migrations, vocabulary().kinds, run.sources, run.diagnostics);
    const history::Fold fold = history::fold(migrations, run.diagnostics);
    if (!run.failed()) status = write_new(options, name, fold, run);
  }
  report(run.diagnostics, run.sources, options);
  return status;
}

}  // namespace schemac::compiler::driver
