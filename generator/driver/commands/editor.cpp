// `schemac editor`: writes the JSON Schema by which editors complete and check a project's definitions. It
// goes into the definitions folder, where "$schema": "./schemac.schema.json" finds it, unless --out names
// another.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/pipeline.hpp"
#include "driver/project.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "editor/editor_schema.hpp"
#include "support/files.hpp"
#include "support/line_diff.hpp"

namespace schemac::compiler::driver {

int editor(const Options& options) {
  const Compilation run = compile(options.definitions());
  report(run.diagnostics, run.sources, options);
  if (run.failed()) return kDefinitionErrors;
  const std::vector<support::OutputFile> files = {
      {std::string(kEditorSchema), editor::editor_schema(run.definitions, run.model, vocabulary())}};
  const std::filesystem::path folder = options.out_given ? options.out : options.definitions();
  if (!options.check) {
    support::write_outputs(folder, files, {});
    return kOk;
  }
  const auto differences = support::compare_outputs(folder, files, {});
  if (differences.empty()) return kOk;
  if (!options.prints_document())
    std::cout << support::unified_diff(differences.front().path, differences.front().on_disk,
                                       files.front().content);
  std::cerr << "schemac: " << (folder / kEditorSchema).generic_string()
            << " is out of date\n  = help: run `schemac editor`\n";
  return kDifferences;
}

}  // namespace schemac::compiler::driver
