// What the compiler does with live databases and with a history of migrations, at the platform's size:
// introspection beside `pg_dump --schema-only`, the plan of one column, the fold of a thousand migrations,
// and the proof of this repository's own.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "areas.hpp"
#include "diff/diff.hpp"
#include "driver/pipeline.hpp"
#include "driver/registry.hpp"
#include "history/change_file.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "introspect/introspect.hpp"
#include "measure.hpp"
#include "model/column.hpp"
#include "schemac/connection.hpp"
#include "scratch/server.hpp"
#include "synthesised.hpp"

namespace schemac::bench {
namespace {

namespace fs = std::filesystem;
using namespace compiler;

constexpr int kRuns = 15;
constexpr int kFolded = 1000;

void bench_introspection(const Setting& setting, const fs::path& definitions, Report& report) {
  const fs::path out = fs::path(setting.work_folder) / "generated";
  cost_of_program({setting.schemac, "generate", definitions.string(), "--out", out.string()});
  scratch::ScratchServer server;
  server.create_database("platform");
  server.run_sql_file("platform", out / "schema.sql");
  const std::string url = server.connection_string("platform");
  const Sides sides = interleaved(
      kRuns,
      [&] {
        return cost_of([&] {
          Connection connection(url, {.prepared_statements = 0});
          introspect::introspect(connection, driver::vocabulary().kinds);
        });
      },
      [&] {
        return cost_of_program({scratch::server_programs() + "/pg_dump", "--schema-only", "--dbname=" + url});
      });
  report.add({"history.introspect_to_pg_dump", sides.wall_ratio(), "ratio", 0.5});
  report.add({"history.introspect", sides.ours.wall * 1e3, "ms", {}});
  report.add({"history.pg_dump", sides.theirs.wall * 1e3, "ms", {}});
}

/// Adds a column to the first table of the first file.
void add_a_column(const fs::path& definitions) {
  for (const auto& entry : fs::directory_iterator(definitions)) {
    std::ifstream input(entry.path());
    auto json = nlohmann::ordered_json::parse(input);
    if (!json.contains("tables")) continue;
    json["tables"].front()["columns"]["added_by_the_bench"] = "text?";
    std::ofstream(entry.path()) << json.dump(2);
    return;
  }
  throw std::runtime_error("no definitions in " + definitions.string());
}

void bench_plan(const Setting& setting, const fs::path& definitions, Report& report) {
  const fs::path migrations = fs::path(setting.work_folder) / "migrations";
  const auto migrate = [&](const std::string& name) {
    return cost_of_program(
        {setting.schemac, "migrate", "new", name, definitions.string(), "--migrations", migrations.string()});
  };
  migrate("baseline");
  add_a_column(definitions);
  std::vector<Cost> costs;
  for (int i = 0; i < kRuns; ++i) {
    costs.push_back(migrate("column"));
    for (const auto& entry : fs::directory_iterator(migrations))
      if (entry.path().string().ends_with("_column")) fs::remove_all(entry.path());
  }
  report.add({"history.plan_one_column", median(costs).wall * 1e3, "ms", 30});
}

/// One migration that makes everything, and many that add a column to the same table.
void write_history(const model::Model& model, const fs::path& folder) {
  history::Migration migration;
  const model::Object column = model.of_kind(model::kColumnKind).front();
  for (int i = 0; i < kFolded; ++i) {
    const std::string parent = migration.version;
    migration = {};
    migration.version = std::to_string(20260101000000 + i) + "_step";
    if (!parent.empty()) migration.parents = {parent};
    model::Object added = column;
    added.id.part = "added_" + std::to_string(i);
    migration.changes = i == 0 ? diff::diff({}, model) : std::vector<diff::Change>{{{}, added}};
    history::write_migration(folder, migration.version,
                             {"BEGIN;\nCOMMIT;\n", "BEGIN;\nCOMMIT;\n", history::to_change_file(migration)});
  }
}

void bench_fold(const Setting& setting, const fs::path& definitions, Report& report) {
  const fs::path folder = fs::path(setting.work_folder) / "thousand";
  write_history(driver::compile(definitions).model, folder);
  std::vector<Cost> costs;
  for (int i = 0; i < kRuns; ++i) {
    costs.push_back(cost_of([&] {
      support::Sources sources;
      support::Diagnostics diagnostics;
      const auto read = history::read_migrations(folder, driver::vocabulary().kinds, sources, diagnostics);
      if (history::fold(read, diagnostics).heads.size() != 1 || diagnostics.has_errors())
        throw std::runtime_error("the history does not fold");
    }));
  }
  report.add({"history.fold_thousand", median(costs).wall * 1e3, "ms", 100});
}

}  // namespace

void bench_history(const Setting& setting, Report& report) {
  const fs::path definitions = fs::path(setting.work_folder) / "definitions";
  write_definitions(kPlatformTables, definitions);
  bench_introspection(setting, definitions, report);
  bench_fold(setting, definitions, report);
  bench_plan(setting, definitions, report);
  const Cost verify = cost_of_program(
      {setting.schemac, "verify", "--migrations", setting.source_folder + "/generated/migrations"});
  report.add({"history.verify_all", verify.wall, "s", 20});
}

}  // namespace schemac::bench
