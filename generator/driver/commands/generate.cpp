// `schemac generate`: renders every output and writes what has changed, all or nothing; with --check only
// compares.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/outputs.hpp"
#include "driver/project.hpp"
#include "driver/report.hpp"
#include "support/line_diff.hpp"

namespace schemac::compiler::driver {

using support::OutputDifference;
using support::OutputFile;

namespace {

const std::string& content_of(const std::vector<OutputFile>& files, const std::string& path) {
  static const std::string kNone;
  for (const OutputFile& file : files) {
    if (file.path == path) return file.content;
  }
  return kNone;  // stale: it should not be there
}

int compare(const Options& options, const std::vector<OutputFile>& files,
            const std::vector<std::string>& previous) {
  const auto differences = support::compare_outputs(options.out, files, previous);
  for (const OutputDifference& difference : differences) {
    if (options.prints_document()) break;
    std::cout << support::unified_diff(difference.path, difference.on_disk,
                                       content_of(files, difference.path));
  }
  if (differences.empty()) return kOk;
  std::cerr << "schemac: " << differences.size() << " of " << files.size() << " outputs in "
            << options.out.generic_string() << " are out of date\n  = help: run `schemac generate`\n";
  return kDifferences;
}

void write(const Options& options, const std::vector<OutputFile>& files,
           const std::vector<std::string>& previous) {
  const auto changed = support::write_outputs(options.out, files, previous);
  std::size_t removed = 0;
  for (const OutputDifference& difference : changed)
    removed += difference.kind == OutputDifference::Kind::stale ? 1 : 0;
  if (options.prints_document()) return;
  std::cerr << options.out.generic_string() << ": " << files.size() << " outputs, "
            << changed.size() - removed << " written, " << removed << " removed\n";
}

/// `path`, with what a makefile gives a meaning escaped.
std::string make_escaped(const std::string& path) {
  std::string escaped;
  for (const char c : path) {
    if (c == ' ' || c == '#' || c == '\\') escaped += '\\';
    if (c == '$') escaped += '$';
    escaped += c;
  }
  return escaped;
}

/// "stamp: input input …", in the syntax that make and Ninja read.
void write_build_files(const Options& options, const Compilation& run) {
  if (!options.depfile.empty()) {
    std::string text = make_escaped(options.stamp.generic_string()) + ":";
    for (const auto& input : definition_files(options.definitions()))
      text += " \\\n  " + make_escaped(input.generic_string());
    for (const auto& [path, file] : run.definitions.files)
      text += " \\\n  " + make_escaped(std::string(run.sources.name(file)));
    support::write_file(options.depfile, text + "\n");
  }
  if (!options.stamp.empty()) support::write_file(options.stamp, "");
}

}  // namespace

int generate(const Options& options) {
  const Compilation run = compile(options.definitions());
  report(run.diagnostics, run.sources, options);
  if (run.failed()) return kDefinitionErrors;
  const auto files = render_outputs(run, options);
  const auto previous = previous_outputs(options.out, files);
  if (options.check) return compare(options, files, previous);
  write(options, files, previous);
  write_build_files(options, run);
  return kOk;
}

}  // namespace schemac::compiler::driver
