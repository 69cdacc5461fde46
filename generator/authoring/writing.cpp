// A migration on its way to disk.
#include "authoring/writing.hpp"

#include <algorithm>
#include <array>
#include <ctime>

#include "plan/migration_script.hpp"

namespace schemac::compiler::authoring {
namespace {

/// To be filled in, or left.
constexpr std::string_view kEmptyScript =
    "-- schemac script 1\nSET lock_timeout = '3s';\n\n"
    "-- step 1 of 1: what is done, in words\nBEGIN;\nCOMMIT;\n";

}  // namespace

std::string next_version(const std::string& name, const std::string& last) {
  std::array<char, 16> digits{};
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&now, &utc);
  std::strftime(digits.data(), digits.size(), "%Y%m%d%H%M%S", &utc);
  std::string time = digits.data();
  const std::string last_time = last.substr(0, time.size());
  if (!last.empty() && time <= last_time) time = std::to_string(std::stoull(last_time) + 1);
  return time + "_" + name;
}

std::string script_of(const plan::Evolution& way, const std::vector<std::string>& replaces) {
  std::string script = way.steps.empty() ? std::string(kEmptyScript) : plan::to_migration_script(way.steps);
  if (replaces.empty()) return script;
  std::string lines;
  for (const std::string& version : replaces) lines += "-- replaces: " + version + "\n";
  return script.insert(script.find('\n') + 1, lines);
}

std::vector<std::string> codes_of(const std::vector<model::Step>& steps) {
  std::vector<std::string> codes;
  for (const model::Step& step : steps) {
    for (const model::Hazard& hazard : step.hazards) codes.push_back(hazard.code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

model::Model with_renames(const model::Model& model, std::vector<model::Rename> renames) {
  model::Hints hints;
  hints.renames = std::move(renames);
  hints.sort();
  return {model.project(), {model.objects().begin(), model.objects().end()}, std::move(hints)};
}

}  // namespace schemac::compiler::authoring
