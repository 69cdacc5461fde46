// `schemac diff`: the SQL that leads from one schema to another, and back.
#include <iostream>

#include "driver/exit_code.hpp"
#include "driver/registry.hpp"
#include "live/commands.hpp"
#include "live/source.hpp"
#include "plan/evolution.hpp"
#include "plan/migration_script.hpp"
#include "support/files.hpp"

namespace schemac::compiler::live {
namespace {

int refuse(const std::string& message, std::string_view help) {
  std::cerr << "schemac diff: " << message << "\n  = help: " << help << "\n";
  return driver::kUsage;
}

std::vector<model::Step> plan_between(const model::Model& before, const model::Model& after) {
  return plan::evolve(before, after, driver::vocabulary().kinds).steps;
}

void name_unknown(const std::string& side, const introspect::Introspection& schema) {
  for (const std::string& object : schema.unknown) {
    std::cerr << "schemac: " << side << " holds what is not compared: " << object << "\n";
  }
}

void name_hazards(const std::vector<model::Step>& steps) {
  for (const model::Step& step : steps) {
    for (const model::Hazard& hazard : step.hazards)
      std::cerr << "hazard " << hazard.code << ": " << hazard.text << "\n";
  }
}

}  // namespace

int diff(const driver::Options& options) {
  constexpr std::string_view kForms = "a folder of definitions, an SQL file, or a database (postgres://…)";
  if (options.from.empty() || options.to.empty()) return refuse("--from and --to are needed", kForms);
  const auto from = source_of(options.from);
  const auto to = source_of(options.to);
  if (!from || !to) return refuse("there is no `" + (from ? options.to : options.from) + "`", kForms);
  SchemaReader reader;
  const auto before = reader.read(*from);
  const auto after = reader.read(*to);
  if (!before || !after) return driver::kDefinitionErrors;
  name_unknown("--from", *before);
  name_unknown("--to", *after);
  const auto up = plan_between(before->model, after->model);
  name_hazards(up);
  const std::string script = plan::to_migration_script(up);
  if (options.out_given) {
    const auto down = plan_between(after->model, before->model);
    support::write_outputs(options.out, {{"down.sql", plan::to_migration_script(down)}, {"up.sql", script}},
                           {});
  } else if (!up.empty()) {
    std::cout << script;
  }
  return up.empty() ? driver::kOk : driver::kDifferences;
}

}  // namespace schemac::compiler::live
