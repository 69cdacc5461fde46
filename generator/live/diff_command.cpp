// `schemac diff`: the SQL that leads from one schema to another, and back; `schemac drift`: what has happened
// to a database beside its migrations.
#include <iostream>

#include "driver/exit_code.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/registry.hpp"
#include "live/commands.hpp"
#include "live/comparable.hpp"
#include "live/made_partitions.hpp"
#include "live/source.hpp"
#include "plan/evolution.hpp"
#include "plan/migration_script.hpp"
#include "support/files.hpp"

namespace schemac::compiler::live {
namespace {

constexpr std::string_view kForms =
    "a folder of definitions, `migrations`, an SQL file, or a database (postgres://…)";

struct Sides {
  model::Model before;
  model::Model after;
};

void name_unknown(const std::string& side, const introspect::Introspection& schema) {
  for (const std::string& object : schema.unknown) {
    std::cerr << "schemac: " << side << " holds what is not compared: " << object << "\n";
  }
}

/// Two declared schemas are compared as such, with the renames that the second one declares; where one is a
/// database, both are read from one.
std::optional<Sides> read_sides(const Source& from, const Source& to) {
  if (from.is_declared() && to.is_declared()) {
    auto before = declared_model(from);
    auto after = declared_model(to);
    if (!before || !after) return std::nullopt;
    return Sides{std::move(*before), std::move(*after)};
  }
  SchemaReader reader;
  const auto before = reader.read(from);
  const auto after = reader.read(to);
  if (!before || !after) return std::nullopt;
  name_unknown("--from", *before);
  name_unknown("--to", *after);
  const bool with_owners = !from.is_declared() && !to.is_declared();
  Sides sides{comparable(before->model, with_owners), comparable(after->model, with_owners)};
  const auto kinds = driver::vocabulary().kinds;
  if (from.is_declared()) sides.after = without_made_partitions(sides.after, sides.before, kinds);
  if (to.is_declared()) sides.before = without_made_partitions(sides.before, sides.after, kinds);
  return sides;
}

void name_hazards(const std::vector<model::Step>& steps) {
  for (const model::Step& step : steps) {
    for (const model::Hazard& hazard : step.hazards)
      std::cerr << "hazard " << hazard.code << ": " << hazard.text << "\n";
  }
}

int compare(const Source& from, const Source& to, const driver::Options& options) {
  const auto sides = read_sides(from, to);
  if (!sides) return driver::kDefinitionErrors;
  const auto kinds = driver::vocabulary().kinds;
  const auto up = plan::evolve(sides->before, sides->after, kinds);
  name_hazards(up.steps);
  const std::string script = plan::to_migration_script(up.steps);
  if (options.out_given) {
    const auto down = plan::evolve_back(sides->before, sides->after, up, kinds);
    support::write_outputs(options.out,
                           {{"down.sql", plan::to_migration_script(down.steps)}, {"up.sql", script}}, {});
  } else if (!up.empty()) {
    std::cout << script;
  }
  return up.empty() ? driver::kOk : driver::kDifferences;
}

}  // namespace

int diff(const driver::Options& options) {
  if (options.from.empty() || options.to.empty())
    return driver::refuse_usage("diff", "--from and --to are needed", kForms);
  const auto from = source_of(options.from, options.migrations.string());
  const auto to = source_of(options.to, options.migrations.string());
  if (!from || !to)
    return driver::refuse_usage("diff", "there is no `" + (from ? options.to : options.from) + "`", kForms);
  return compare(*from, *to, options);
}

int drift(const driver::Options& options) {
  if (options.arguments.empty())
    return driver::refuse_usage("drift", "which database?", "schemac drift postgres://…");
  const auto database = source_of(options.arguments.front(), {});
  if (!database || database->form != Source::Form::database) {
    return driver::refuse_usage("drift", "`" + options.arguments.front() + "` is no database",
                                "postgres://… or libpq's keyword form");
  }
  return compare({Source::Form::migrations, options.migrations.string()}, *database, options);
}

}  // namespace schemac::compiler::live
