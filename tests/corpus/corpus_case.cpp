// Walks the folder; every directory is asked what it is.
#include "corpus_case.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace schemac::corpus {
namespace {

namespace fs = std::filesystem;

/// The states of a history, in the order of their numbers (which need not be padded).
std::vector<fs::path> states_of(const fs::path& folder) {
  std::vector<std::pair<unsigned long, fs::path>> numbered;
  for (const auto& entry : fs::directory_iterator{folder}) {
    const std::string name = entry.path().filename();
    if (entry.path().extension() == ".sql" && name.front() >= '0' && name.front() <= '9')
      numbered.emplace_back(std::stoul(name), entry.path());
  }
  std::sort(numbered.begin(), numbered.end());
  std::vector<fs::path> states;
  for (auto& [number, path] : numbered) states.push_back(std::move(path));
  return states;
}

Case described(const fs::path& root, const fs::path& folder) {
  Case found;
  found.suite = fs::canonical(root).filename();
  found.name = fs::relative(folder, root).generic_string();
  std::ifstream file{folder / "case.json"};
  if (!file) return found;
  try {
    const nlohmann::json json = nlohmann::json::parse(file);
    found.roles = json.value("roles", std::vector<std::string>{});
    found.same = json.value("same", false);
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error{(folder / "case.json").string() + ": " + error.what()};
  }
  return found;
}

void add_cases(const fs::path& root, const fs::path& folder, std::vector<Case>& cases) {
  Case found = described(root, folder);
  if (fs::exists(folder / "old.sql") && fs::exists(folder / "new.sql")) {
    found.old_sql = folder / "old.sql";
    found.new_sql = folder / "new.sql";
    cases.push_back(std::move(found));
    return;
  }
  const std::vector<fs::path> states = states_of(folder);
  for (std::size_t i = 1; i < states.size(); ++i) {
    Case& step = cases.emplace_back(found);
    step.old_sql = states[i - 1];
    step.new_sql = states[i];
    step.name += "/" + states[i - 1].stem().string() + "-" + states[i].stem().string();
  }
}

}  // namespace

std::vector<Case> find_cases(const fs::path& folder) {
  if (!fs::is_directory(folder)) throw std::runtime_error{folder.string() + " is not a folder"};
  std::vector<Case> cases;
  add_cases(folder, folder, cases);
  for (const auto& entry : fs::recursive_directory_iterator{folder}) {
    if (entry.is_directory()) add_cases(folder, entry.path(), cases);
  }
  std::stable_sort(cases.begin(), cases.end(),
                   [](const Case& left, const Case& right) { return left.name < right.name; });
  return cases;
}

}  // namespace schemac::corpus
