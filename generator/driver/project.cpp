// The files of a project.
#include "driver/project.hpp"

#include <algorithm>

#include "driver/side_files.hpp"
#include "support/files.hpp"

namespace schemac::compiler::driver {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSettings = "schemac.json";
constexpr std::string_view kShared = "shared.json";
constexpr std::string_view kLeastSettings = R"({"namespace": "<name>", "postgres": 15})";

int reading_order(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == kSettings ? 0 : name == kShared ? 1 : 2;
}

}  // namespace

std::vector<fs::path> definition_files(const fs::path& folder) {
  std::vector<fs::path> files = support::list_files(folder, ".json");
  std::erase_if(files, [](const fs::path& path) { return path.filename() == kEditorSchema; });
  std::stable_sort(files.begin(), files.end(),
                   [](const fs::path& a, const fs::path& b) { return reading_order(a) < reading_order(b); });
  return files;
}

resolve::Definitions parse_definitions(const std::vector<support::OutputFile>& files,
                                       support::Sources& sources, support::Diagnostics& diagnostics) {
  resolve::Definitions definitions;
  for (const support::OutputFile& each : files) {
    const int order = reading_order(each.path);
    const auto file = sources.add(each.path, each.content);
    auto document = syntax::parse(sources, file, diagnostics);
    if (!document) continue;
    if (order == 0) {
      definitions.settings = std::move(document);
    } else if (order == 1) {
      definitions.shared = std::move(document);
    } else {
      definitions.domains.push_back(std::move(*document));
    }
  }
  return definitions;
}

resolve::Definitions load_definitions(const fs::path& folder, support::Sources& sources,
                                      support::Diagnostics& diagnostics) {
  if (!fs::exists(folder)) {
    diagnostics.error({}, "SC1023", "there is no folder " + folder.generic_string()).help =
        "make it, with a schemac.json: " + std::string(kLeastSettings);
    return {};
  }
  std::vector<support::OutputFile> files;
  for (const fs::path& path : definition_files(folder))
    files.push_back({path.generic_string(), support::read_file(path).value_or(std::string())});
  resolve::Definitions definitions = parse_definitions(files, sources, diagnostics);
  load_side_files(folder, definitions, sources);
  const auto is_one = [](int order) {
    return [order](const support::OutputFile& file) { return reading_order(file.path) == order; };
  };
  const bool has_settings = std::any_of(files.begin(), files.end(), is_one(0));
  const bool has_domain = std::any_of(files.begin(), files.end(), is_one(2));
  if (!has_settings) {
    diagnostics.error({}, "SC1023", "there is no schemac.json in " + folder.generic_string()).help =
        "make one: " + std::string(kLeastSettings);
  }
  if (!has_domain) {
    diagnostics.error({}, "SC1024", "there is no domain in " + folder.generic_string()).help =
        "add a file <domain>.json: {\"domain\": \"<domain>\", \"tables\": {…}}";
  }
  return definitions;
}

}  // namespace schemac::compiler::driver
