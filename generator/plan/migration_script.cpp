// Steps are gathered into what is done and recorded together: a transaction, or one statement that cannot be
// in one.
#include "plan/migration_script.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "plan/script.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Step;
using Group = std::span<const Step>;

std::vector<Group> groups_of(std::span<const Step> steps) {
  const auto apart = [](const Step& step) { return step.alone || !step.in_transaction; };
  std::vector<Group> groups;
  for (std::size_t begin = 0; begin < steps.size();) {
    std::size_t end = begin + 1;
    while (!apart(steps[begin]) && end < steps.size() && !apart(steps[end])) ++end;
    groups.push_back(steps.subspan(begin, end - begin));
    begin = end;
  }
  return groups;
}

/// "create table public.bills": the words of the statement up to the name, then the object's.
std::string action(const Step& step) {
  std::string verb = step.sql.substr(0, step.sql.find_first_of(" \n"));
  std::transform(verb.begin(), verb.end(), verb.begin(), [](unsigned char c) { return std::tolower(c); });
  return verb + " " + model::to_string(step.object);
}

std::string title(Group group) {
  constexpr std::size_t kNamed = 3;
  std::vector<std::string> actions;
  for (const Step& step : group) {
    std::string text = action(step);
    if (actions.empty() || actions.back() != text) actions.push_back(std::move(text));
  }
  std::string text;
  for (std::size_t i = 0; i < std::min(actions.size(), kNamed); ++i)
    text += (i == 0 ? "" : ", ") + actions[i];
  if (actions.size() > kNamed) text += " and " + std::to_string(actions.size() - kNamed) + " more";
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

/// On one line, as the head of a step wants it.
std::string one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string precondition(Group group) {
  std::vector<std::string> conditions;
  for (const Step& step : group) {
    if (!step.precondition.empty()) conditions.push_back(step.precondition);
  }
  if (conditions.size() < 2) return conditions.empty() ? "" : conditions.front();
  std::string all = "SELECT ";
  for (const std::string& condition : conditions)
    all += (&condition == &conditions.front() ? "(" : " AND (") + condition + ")";
  return all;
}

std::string head(Group group) {
  std::set<std::string> seen;
  std::string text;
  const auto line = [&](std::string_view key, const std::string& value) {
    const std::string whole = "-- " + std::string(key) + one_line(value) + "\n";
    if (!value.empty() && seen.insert(whole).second) text += whole;
  };
  for (const Step& step : group) line("lock: ", step.lock);
  for (const Step& step : group) {
    for (const model::Hazard& hazard : step.hazards) line("hazard ", hazard.code + ": " + hazard.text);
  }
  line("precondition: ", precondition(group));
  const Step& first = group.front();
  if (first.in_transaction) return text;
  text += "-- no transaction\n";
  line("probe: ", first.probe);
  line("repair: ", first.repair);
  return text;
}

/// A word for the headers that no line of a statement begins like.
std::string header_word(std::span<const Step> steps) {
  static constexpr std::array<std::string_view, 4> kWords = {"step", "part", "stage", "passage"};
  for (const std::string_view word : kWords) {
    const std::string begin = "-- " + std::string(word) + " ";
    const bool taken = std::any_of(steps.begin(), steps.end(), [&](const Step& step) {
      return step.sql.starts_with(begin) || step.sql.find("\n" + begin) != std::string::npos;
    });
    if (!taken) return std::string(word);
  }
  return "chapter";
}

}  // namespace

std::string to_migration_script(std::span<const Step> steps) {
  if (steps.empty()) return {};
  const std::string word = header_word(steps);
  std::string script = "-- schemac script 1";
  if (word != "step") script += " word " + word;
  script += "\nSET check_function_bodies = off;\nSET lock_timeout = '3s';\n";
  const std::vector<Group> groups = groups_of(steps);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    script += "\n-- " + word + " " + std::to_string(i + 1) + " of " + std::to_string(groups.size()) + ": " +
              title(groups[i]) + "\n";
    script += head(groups[i]);
    const bool transaction = groups[i].front().in_transaction;
    if (transaction) script += "BEGIN;\n";
    script += to_sql(groups[i]);
    if (transaction) script += "COMMIT;\n";
  }
  return script;
}

}  // namespace schemac::compiler::plan
