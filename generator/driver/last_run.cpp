// A record is a text: the hash of the program's build, then a line for each file with the hash of its content
// and its path in the folder of definitions or of outputs. To judge whether it stands is to write it again
// from what is on disk now, and to compare.
#include "driver/last_run.hpp"

#include <algorithm>
#include <functional>
#include <sstream>
#include <string_view>
#include <system_error>
#include <utility>

#include "driver/project.hpp"
#include "support/build_id.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnd = "end";  // of a record: one that was cut off does not stand

fs::path place_of(const Options& options) {
  return options.out / ".schemac" / "last_run";
}

std::string hash_of(std::string_view bytes) {
  return std::to_string(std::hash<std::string_view>{}(bytes));
}

class Record {
 public:
  Record() : text_(hash_of(support::build_id()) + "\n") {}

  void add(std::string_view path, std::string_view content) {
    text_ += hash_of(content);
    text_ += ' ';
    text_ += path;
    text_ += '\n';
  }
  /// The same from disk; false where there is no such regular file.
  bool add_file(const fs::path& folder, const std::string& path) {
    std::error_code error;
    if (fs::symlink_status(folder / path, error).type() != fs::file_type::regular) return false;
    add(path, support::read_file(folder / path).value_or(std::string()));
    return true;
  }
  /// Between the definitions, the files that those name, and the outputs.
  void end_section() { text_ += '\n'; }

  [[nodiscard]] std::string text() const { return text_ + std::string(kEnd) + "\n"; }

 private:
  std::string text_;
};

/// The paths in a section of a record.
std::vector<std::string> read_section(std::istringstream& record) {
  std::vector<std::string> paths;
  for (std::string line; std::getline(record, line) && !line.empty() && line != kEnd;)
    paths.push_back(line.substr(line.find(' ') + 1));
  return paths;
}

std::vector<support::FileId> definitions_of(const resolve::Definitions& definitions) {
  std::vector<support::FileId> files;
  if (definitions.settings) files.push_back(definitions.settings->file);
  if (definitions.shared) files.push_back(definitions.shared->file);
  for (const syntax::Document& domain : definitions.domains) files.push_back(domain.file);
  return files;
}

/// Without a name for the program, or where the templates are somebody's own, there is nothing to go by.
bool can_be_kept(const Options& options) {
  return !support::build_id().empty() && options.templates.empty();
}

}  // namespace

std::vector<std::string> inputs_of(const Compilation& run) {
  std::vector<std::string> inputs;
  for (const support::FileId file : definitions_of(run.definitions))
    inputs.emplace_back(run.sources.name(file));
  for (const auto& [path, file] : run.definitions.files) inputs.emplace_back(run.sources.name(file));
  return inputs;
}

std::optional<LastRun> standing_run(const Options& options) {
  const auto kept = support::read_file(place_of(options));
  if (!kept || !can_be_kept(options)) return std::nullopt;
  std::istringstream lines(*kept);
  read_section(lines);  // the program and its definitions: those that there are must be the same
  const std::vector<std::string> side_files = read_section(lines);
  const std::vector<std::string> outputs = read_section(lines);

  const fs::path folder = options.definitions();
  std::vector<std::string> definitions;
  for (const fs::path& path : definition_files(folder))
    definitions.push_back(path.lexically_relative(folder).generic_string());
  Record now;
  const auto add_all = [&now](const fs::path& in, const std::vector<std::string>& paths) {
    return std::all_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return now.add_file(in, path); });
  };
  if (!add_all(folder, definitions)) return std::nullopt;
  now.end_section();
  if (!add_all(folder, side_files)) return std::nullopt;
  now.end_section();
  if (!add_all(options.out, outputs) || now.text() != *kept) return std::nullopt;

  LastRun run{std::move(definitions), outputs.size()};
  run.inputs.insert(run.inputs.end(), side_files.begin(), side_files.end());
  for (std::string& path : run.inputs) path = (folder / path).generic_string();
  return run;
}

void keep_run(const Options& options, const Compilation& run, const std::vector<support::OutputFile>& files) {
  if (!can_be_kept(options) || !run.diagnostics.all().empty()) return;
  Record record;
  const auto add = [&](support::FileId file) {
    const fs::path path = run.sources.name(file);
    record.add(path.lexically_relative(options.definitions()).generic_string(), run.sources.text(file));
  };
  for (const support::FileId file : definitions_of(run.definitions)) add(file);
  record.end_section();
  for (const auto& [path, file] : run.definitions.files) add(file);
  record.end_section();
  for (const support::OutputFile& file : files) record.add(file.path, file.content);
  try {
    const fs::path place = place_of(options);
    support::write_file(place.parent_path() / ".gitignore", "*\n");
    support::write_file(place, record.text());
  } catch (const support::FileError&) {  // the outputs are there all the same
  }
}

}  // namespace schemac::compiler::driver
