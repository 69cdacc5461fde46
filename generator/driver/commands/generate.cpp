// `schemac generate`: renders every output and writes what has changed, all or nothing; nothing is rendered
// where the last run stands. With --check only compares, the migrations as well.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/last_run.hpp"
#include "driver/outputs.hpp"
#include "driver/registry.hpp"
#include "driver/report.hpp"
#include "history/fold.hpp"
#include "history/folder.hpp"
#include "plan/evolution.hpp"
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

bool compare(const Options& options, const std::vector<OutputFile>& files,
             const std::vector<std::string>& previous) {
  const auto differences = support::compare_outputs(options.out, files, previous);
  for (const OutputDifference& difference : differences) {
    if (options.prints_document()) break;
    std::cout << support::unified_diff(difference.path, difference.on_disk,
                                       content_of(files, difference.path));
  }
  if (differences.empty()) return true;
  std::cerr << "schemac: " << differences.size() << " of " << files.size() << " outputs in "
            << options.out.generic_string() << " are out of date\n  = help: run `schemac generate`\n";
  return false;
}

/// Whether the migrations beside the outputs, if there are some, lead to the definitions.
bool compare_migrations(const Options& options, Compilation& run) {
  const auto folder = options.out / "migrations";
  const auto kinds = vocabulary().kinds;
  const auto migrations = history::read_migrations(folder, kinds, run.sources, run.diagnostics);
  const history::Fold fold = history::fold(migrations, run.diagnostics);
  if (migrations.empty() || run.failed()) return true;
  const plan::Evolution way = plan::evolve(fold.model, run.model, kinds);
  if (way.empty()) return true;
  std::cerr << "schemac: the migrations in " << folder.generic_string()
            << " do not make what the definitions say:";
  for (const model::Rename& rename : way.renaming.renames)
    std::cerr << "\n  " << model::to_string(rename.from) << " is renamed";
  for (const diff::Change& change : way.changes) {
    std::cerr << "\n  " << model::to_string(change.id())
              << (!change.from ? " is new"
                  : !change.to ? " is gone"
                               : " is another");
  }
  std::cerr << "\n  = help: run `schemac migrate new NAME`\n";
  return false;
}

void say(const Options& options, std::size_t outputs, std::size_t written, std::size_t removed) {
  if (options.prints_document()) return;
  std::cerr << options.out.generic_string() << ": " << outputs << " outputs, " << written << " written, "
            << removed << " removed\n";
}

void write(const Options& options, const std::vector<OutputFile>& files,
           const std::vector<std::string>& previous) {
  const auto changed = support::write_outputs(options.out, files, previous);
  std::size_t removed = 0;
  for (const OutputDifference& difference : changed)
    removed += difference.kind == OutputDifference::Kind::stale ? 1 : 0;
  say(options, files.size(), changed.size() - removed, removed);
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
void write_build_files(const Options& options, const std::vector<std::string>& inputs) {
  if (!options.depfile.empty()) {
    std::string text = make_escaped(options.stamp.generic_string()) + ":";
    for (const std::string& input : inputs) text += " \\\n  " + make_escaped(input);
    support::write_file(options.depfile, text + "\n");
  }
  if (!options.stamp.empty()) support::write_file(options.stamp, "");
}

}  // namespace

int generate(const Options& options) {
  if (const auto last = options.check ? std::nullopt : standing_run(options)) {
    report({}, {}, options);
    say(options, last->outputs, 0, 0);
    write_build_files(options, last->inputs);
    return kOk;
  }
  Compilation run = compile(options.definitions());
  const bool same_migrations = run.failed() || !options.check || compare_migrations(options, run);
  report(run.diagnostics, run.sources, options);
  if (run.failed()) return kDefinitionErrors;
  const auto files = render_outputs(run, options);
  const auto previous = previous_outputs(options.out, files);
  if (options.check) return compare(options, files, previous) && same_migrations ? kOk : kDifferences;
  write(options, files, previous);
  keep_run(options, run, files);
  write_build_files(options, inputs_of(run));
  return kOk;
}

}  // namespace schemac::compiler::driver
