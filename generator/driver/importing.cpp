// Definitions from what describes a database already; from a snapshot of drizzle-kit.
#include "importers/definitions.hpp"

#include <iostream>

#include "driver/exit_code.hpp"
#include "driver/importing.hpp"
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

}  // namespace

fs::path import_folder(const Options& options) {
  return options.out_given ? options.out : fs::path("schema-defs");
}

std::string project_of(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  for (fs::path path = whole; path != path.parent_path(); path = path.parent_path()) {
    const std::string name = path.filename().string();
    if (name == "schema-defs" || name.empty()) continue;
    return support::is_snake_case(name) ? name : std::string(kUsualNamespace);
  }
  return std::string(kUsualNamespace);
}

bool may_import_into(const fs::path& folder) {
  if (!fs::is_directory(folder) || support::list_files(folder, ".json").empty()) return true;
  refuse_usage("import", folder.generic_string() + " holds definitions already",
               "--out takes a new or an empty folder");
  return false;
}

void write_imported(const fs::path& folder, const std::vector<importers::DefinitionFile>& files,
                    const importers::ImportedSchema& schema) {
  std::vector<support::OutputFile> written;
  for (const auto& file : files) written.push_back({file.path, importers::definition_text(file.root)});
  support::write_outputs(folder, written, {});
  std::cerr << counted(schema.tables.size(), "table") << " and " << counted(schema.enums.size(), "enum")
            << " in " << counted(written.size(), "file") << "\n";
}

int import_snapshot(const Options& options) {
  const fs::path out = import_folder(options);
  if (!may_import_into(out)) return kUsage;
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto schema = read_snapshot(options, sources, diagnostics);
  if (schema) {
    auto files = importers::write_definitions(*schema, project_of(out));
    if (options.drop_refused) drop_refused(files, Droppable::constraints, diagnostics);
    write_imported(out, files, *schema);
  }
  diagnostics.sort();
  report(diagnostics, sources, options);
  return schema ? kOk : kDefinitionErrors;
}

}  // namespace schemac::compiler::driver
