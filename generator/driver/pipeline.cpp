// The stages of a compilation.
#include "driver/pipeline.hpp"

#include "driver/project.hpp"
#include "driver/registry.hpp"
#include "resolve/resolve.hpp"

namespace schemac::compiler::driver {

namespace {

const syntax::Document* document_of(const resolve::Definitions& definitions, support::FileId file) {
  if (definitions.settings && definitions.settings->file == file) return &*definitions.settings;
  if (definitions.shared && definitions.shared->file == file) return &*definitions.shared;
  for (const syntax::Document& domain : definitions.domains) {
    if (domain.file == file) return &domain;
  }
  return nullptr;
}

void run_stages(Compilation& run) {
  if (run.failed()) return;
  run.model = resolve::resolve(run.definitions, vocabulary(), run.sources, run.diagnostics);
  if (run.failed()) return;
  lint::run(lints(), {run.model}, run.diagnostics);
}

Compilation finish(Compilation run) {
  run_stages(run);
  run.diagnostics.sort();
  point_at_values(run);
  return run;
}

}  // namespace

void point_at_values(Compilation& run) {
  for (support::Diagnostic& finding : run.diagnostics.all()) {
    const syntax::Document* document = document_of(run.definitions, finding.span.file);
    if (document != nullptr) finding.pointer = syntax::pointer_at(*document, finding.span.begin);
  }
}

Compilation compile(const std::filesystem::path& folder) {
  Compilation run;
  run.definitions = load_definitions(folder, run.sources, run.diagnostics);
  return finish(std::move(run));
}

Compilation compile(const std::vector<support::OutputFile>& files) {
  Compilation run;
  run.definitions = parse_definitions(files, run.sources, run.diagnostics);
  return finish(std::move(run));
}

}  // namespace schemac::compiler::driver
