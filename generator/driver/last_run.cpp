// A record is a text: the program, then a line for each file with the hash of its content. To judge whether
// it stands is to write it again from what is on disk now, and to compare.
#include "driver/last_run.hpp"

#include <algorithm>
#include <functional>
#include <sstream>
#include <string_view>
#include <system_error>

#include "driver/project.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kEnd = "end";  // of a record: one that was cut off does not stand

fs::path place_of(const Options& options) {
  return options.out / ".schemac" / "last_run";
}

/// What tells this program from one that was built later; empty where the system does not say.
std::string program() {
  std::error_code error;
  const auto size = fs::file_size("/proc/self/exe", error);
  const auto time = fs::last_write_time("/proc/self/exe", error);
  if (error) return {};
  return std::to_string(size) + " " + std::to_string(time.time_since_epoch().count());
}

class Record {
 public:
  explicit Record(const std::string& program) : text_(program + "\n") {}

  void add(std::string_view path, std::string_view content) {
    text_ += std::to_string(std::hash<std::string_view>{}(content));
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
  const std::string self = program();
  if (!kept || self.empty() || !options.templates.empty() || !kept->starts_with(self + "\n"))
    return std::nullopt;
  std::istringstream lines(kept->substr(self.size() + 1));
  read_section(lines);  // which definitions there were: those that there are must be the same
  const std::vector<std::string> side_files = read_section(lines);
  const std::vector<std::string> outputs = read_section(lines);

  LastRun run{{}, outputs.size()};
  for (const fs::path& path : definition_files(options.definitions()))
    run.inputs.push_back(path.generic_string());
  Record now(self);
  const auto add_all = [&now](const fs::path& folder, const std::vector<std::string>& paths) {
    return std::all_of(paths.begin(), paths.end(),
                       [&](const std::string& path) { return now.add_file(folder, path); });
  };
  if (!add_all({}, run.inputs)) return std::nullopt;
  now.end_section();
  if (!add_all({}, side_files)) return std::nullopt;
  now.end_section();
  if (!add_all(options.out, outputs) || now.text() != *kept) return std::nullopt;
  run.inputs.insert(run.inputs.end(), side_files.begin(), side_files.end());
  return run;
}

void keep_run(const Options& options, const Compilation& run, const std::vector<support::OutputFile>& files) {
  const std::string self = program();
  if (self.empty() || !options.templates.empty() || !run.diagnostics.all().empty()) return;
  Record record(self);
  const auto add = [&](support::FileId file) { record.add(run.sources.name(file), run.sources.text(file)); };
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
