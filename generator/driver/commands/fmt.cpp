// `schemac fmt`: lays the definition files out in the one style, or with --check tells which are not.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/project.hpp"
#include "driver/report.hpp"
#include "support/files.hpp"
#include "support/line_diff.hpp"
#include "syntax/format.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

struct Formatted {
  fs::path path;
  std::string before;
  std::string after;
};

/// Every file of the project that parses; mistakes in the others go to `diagnostics`.
std::vector<Formatted> format_all(const fs::path& folder, support::Sources& sources,
                                  support::Diagnostics& diagnostics) {
  std::vector<Formatted> files;
  for (const fs::path& path : definition_files(folder)) {
    std::string text = support::read_file(path).value_or(std::string());
    const auto file = sources.add(path.generic_string(), text);
    if (const auto document = syntax::parse(sources, file, diagnostics)) {
      files.push_back({path, std::move(text), syntax::format(*document, sources)});
    }
  }
  return files;
}

}  // namespace

int format(const Options& options) {
  const fs::path folder = options.definitions();
  support::Sources sources;
  support::Diagnostics diagnostics;
  const auto files = format_all(folder, sources, diagnostics);
  diagnostics.sort();
  report(diagnostics, sources, options);
  if (diagnostics.has_errors()) return kDefinitionErrors;

  std::vector<support::OutputFile> changed;
  for (const Formatted& file : files) {
    if (file.before == file.after) continue;
    if (options.check && !options.prints_document())
      std::cout << support::unified_diff(file.path.generic_string(), file.before, file.after);
    changed.push_back({file.path.filename().generic_string(), file.after});
  }
  if (options.check) return changed.empty() ? kOk : kDifferences;
  support::write_outputs(folder, changed, {});
  std::cerr << files.size() << " files, " << changed.size() << " changed\n";
  return kOk;
}

}  // namespace schemac::compiler::driver
