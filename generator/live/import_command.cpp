// `schemac import`: definitions from a database, an SQL file or a snapshot. What was read is compared with
// what the definitions make, so that nothing is lost without being named.
#include <algorithm>
#include <iostream>

#include "diff/diff.hpp"
#include "driver/exit_code.hpp"
#include "driver/importing.hpp"
#include "driver/pipeline.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/refused.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "importers/database.hpp"
#include "importers/definition_text.hpp"
#include "live/commands.hpp"
#include "live/comparable.hpp"
#include "live/source.hpp"
#include "model/column.hpp"
#include "model/sequence.hpp"
#include "plan/evolution.hpp"

namespace schemac::compiler::live {
namespace {

constexpr std::string_view kForms =
    "an SQL file, a database (postgres://…), or a meta/*_snapshot.json of drizzle-kit";

/// The default of a serial column that the definitions make an identity column: it counts by itself.
std::string counted_by(const diff::Change& change) {
  if (change.id().kind != model::kColumnKind || !change.from || !change.to) return {};
  const std::string& counter = change.to->state.as<model::Column>().default_sql;
  const bool identity = change.from->state.as<model::Column>().identity != model::Identity::none;
  return identity && counter.starts_with("nextval(") ? counter : std::string();
}

/// Whether the definitions say what becomes of it: an object whose owner is named is named with it.
bool is_covered(const diff::Change& change, const std::vector<diff::Change>& changes,
                std::span<const model::ObjectKind* const> kinds) {
  const model::Object& object = change.from ? *change.from : *change.to;
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const auto* each) { return each->name() == object.id.kind; });
  const auto owner = kind == kinds.end() ? std::nullopt : (*kind)->owner(object);
  if (object.id.kind == model::kSequenceKind) {
    return std::any_of(changes.begin(), changes.end(), [&](const diff::Change& other) {
      return counted_by(other).find("'" + object.id.qualified_name() + "'") != std::string::npos;
    });
  }
  if (!owner) return false;
  return std::any_of(changes.begin(), changes.end(), [&](const diff::Change& other) {
    return other.id() == *owner && other.from.has_value() != other.to.has_value();
  });
}

/// SC1706 for each object that the definitions make otherwise, or not at all.
void name_losses(const model::Model& wanted, const model::Model& made, support::Diagnostics& diagnostics) {
  const auto kinds = driver::vocabulary().kinds;
  const auto changes = diff::diff(made, wanted);
  for (const diff::Change& change : changes) {
    if (is_covered(change, changes, kinds)) continue;
    const std::string object = "the " + model::to_string(change.id());
    if (!counted_by(change).empty()) {
      diagnostics.warning({}, "SC1706", object + " becomes an identity column",
                          "it counts as before, without a default and a sequence beside it");
      continue;
    }
    diagnostics.warning({}, "SC1706",
                        !change.from ? object + " is left out"
                        : !change.to ? object + " is made in addition"
                                     : object + " is not the same in every detail",
                        "definitions have no words for it, or the import does not find them");
  }
}

/// What is lost; SC1707 where a server does not take the whole.
void compare(const model::Model& wanted, const model::Model& defined, SchemaReader& reader,
             support::Diagnostics& diagnostics) {
  try {
    name_losses(wanted, comparable(reader.made_by(defined).model, false), diagnostics);
  } catch (const scratch::ScratchError& error) {
    diagnostics.error({}, "SC1707", "PostgreSQL refuses what the definitions make", error.what()).help =
        "they are written all the same: take out what it names";
  }
}

/// SC1707 at what a server does not take.
void ask_server(driver::Compilation& run, SchemaReader& reader) {
  const auto refusal = reader.first_refused(plan::evolve({}, run.model, driver::vocabulary().kinds).steps);
  if (!refusal) return;
  const model::Object* object = run.model.find(refusal->object);
  if (object != nullptr) run.diagnostics.error(object->origin, "SC1707", refusal->reason);
}

std::vector<support::OutputFile> texts_of(const std::vector<importers::DefinitionFile>& files) {
  std::vector<support::OutputFile> texts;
  for (const auto& file : files) texts.push_back({file.path, importers::definition_text(file.root)});
  return texts;
}

int import_database(const Source& source, const driver::Options& options) {
  const auto folder = driver::import_folder(options);
  if (!driver::may_import_into(folder)) return driver::kUsage;
  SchemaReader reader;
  const auto found = reader.read(source);
  const model::Model wanted = comparable(found->model, false);
  support::Diagnostics diagnostics;
  for (const std::string& object : found->unknown)
    diagnostics.warning({}, "SC1706", "the " + object + " is left out", "schemac does not carry it");
  const auto schema = importers::read_database(wanted, driver::vocabulary().kinds);
  auto files = importers::write_definitions(schema, driver::project_of(folder));
  driver::drop_refused(files, driver::Droppable::anything, diagnostics,
                       [&reader](driver::Compilation& run) { ask_server(run, reader); });
  const driver::Compilation run = driver::compile(texts_of(files));
  if (!run.failed()) compare(wanted, run.model, reader, diagnostics);
  driver::write_imported(folder, files, schema);
  diagnostics.sort();
  driver::report(diagnostics, {}, options);
  if (run.failed()) driver::report(run.diagnostics, run.sources, options);
  return run.failed() || diagnostics.has_errors() ? driver::kDefinitionErrors : driver::kOk;
}

}  // namespace

int import_schema(const driver::Options& options) {
  if (options.from.ends_with(".json")) return driver::import_snapshot(options);
  const auto source = source_of(options.from, {});
  const bool readable =
      source && (source->form == Source::Form::database || source->form == Source::Form::sql_file);
  if (!readable) {
    return driver::refuse_usage(
        "import", options.from.empty() ? "--from is missing" : "cannot read `" + options.from + "`",
        "--from takes " + std::string(kForms));
  }
  return import_database(*source, options);
}

}  // namespace schemac::compiler::live
