// `schemac check`: finds the mistakes in the definitions.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/pipeline.hpp"
#include "driver/report.hpp"
#include "model/table.hpp"

namespace schemac::compiler::driver {

int check(const Options& options) {
  const Compilation run = compile(options.definitions());
  report(run.diagnostics, run.sources, options);
  if (run.failed()) return kDefinitionErrors;
  if (options.format == Format::human)
    std::cerr << counted(run.model.of_kind(model::kTableKind).size(), "table") << ": no errors\n";
  return kOk;
}

}  // namespace schemac::compiler::driver
