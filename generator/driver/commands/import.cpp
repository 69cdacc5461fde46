// `schemac import`: definitions from what describes a database already.
#include "importers/definitions.hpp"

#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/refuse_usage.hpp"
#include "driver/refused.hpp"
#include "driver/report.hpp"
#include "importers/definition_text.hpp"
#include "importers/drizzle.hpp"
#include "support/files.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kUsualNamespace = "imported";

std::optional<importers::ImportedSchema> read_snapshot(const Options& options, support::Sources& sources,
                                                       support::Diagnostics& diagnostics) {
  const auto text = support::read_file(options.from);
  if (!text) throw support::FileError("there is no " + options.from);
  const auto file = sources.add(options.from, *text);
  const auto document = syntax::parse(sources, file, diagnostics);
  if (!document || diagnostics.has_errors()) return std::nullopt;
  auto schema = importers::read_drizzle(*document, diagnostics);
  for (support::Diagnostic& finding : diagnostics.all())
    finding.pointer = syntax::pointer_at(*document, finding.span.begin);
  return schema;
}

/// The folder that holds the definitions, or the one above a "schema-defs": the project's name.
std::string namespace_of(const fs::path& out) {
  const fs::path whole = fs::absolute(out).lexically_normal();
  for (fs::path path = whole; path != path.parent_path(); path = path.parent_path()) {
    const std::string name = path.filename().string();
    if (name == "schema-defs" || name.empty()) continue;
    return support::is_snake_case(name) ? name : std::string(kUsualNamespace);
  }
  return std::string(kUsualNamespace);
}

fs::path folder_for(const Options& options) {
  return options.out_given ? options.out : fs::path("schema-defs");
}

bool holds_definitions(const fs::path& folder) {
  return fs::is_directory(folder) && !support::list_files(folder, ".json").empty();
}

}  // namespace

int import_schema(const Options& options) {
  if (options.from.empty()) {
    return refuse_usage("import", "--from is missing", "--from FILE, a meta/*_snapshot.json of drizzle-kit");
  }
  if (!options.from.ends_with(".json")) {
    return refuse_usage(
        "import", "cannot read `" + options.from + "`",
        "it reads snapshots of drizzle-kit (meta/*_snapshot.json); no SQL and no databases yet");
  }
  const fs::path out = folder_for(options);
  if (holds_definitions(out)) {
    return refuse_usage("import", out.generic_string() + " holds definitions already",
                        "--out takes a new or an empty folder");
  }
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto schema = read_snapshot(options, sources, diagnostics);
  if (schema) {
    auto files = importers::write_definitions(*schema, namespace_of(out));
    if (options.drop_refused) drop_refused(files, diagnostics);
    std::vector<support::OutputFile> written;
    for (const auto& file : files) written.push_back({file.path, importers::definition_text(file.root)});
    support::write_outputs(out, written, {});
    std::cerr << schema->tables.size() << " tables and " << schema->enums.size() << " enums in "
              << written.size() << " files\n";
  }
  diagnostics.sort();
  report(diagnostics, sources, options);
  return schema ? kOk : kDefinitionErrors;
}

}  // namespace schemac::compiler::driver
