// What `schemactl migrate` prints of a database's migrations.
#include "migrate/report.hpp"

#include <algorithm>

#include "json_text.hpp"

namespace schemac::ops {
namespace {

using migrate::Entry;
using migrate::Finding;
using migrate::Planned;
using migrate::ScriptStep;
using migrate::State;

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width) + 2, ' ');
  return text;
}

/// How it came to its state; empty for what was never run.
std::string how(const Entry& entry) {
  switch (entry.state) {
    case State::pending:
      return "";
    case State::applying:
    case State::reverting:
      return std::to_string(entry.steps_done) + (entry.steps_done == 1 ? " step is done" : " steps are done");
    case State::applied:
    case State::reverted:
    case State::replaced:
      return (entry.origin == "run" ? "" : "by " + entry.origin + ", ") + entry.started_at + ", " +
             entry.run_by;
  }
  return "";
}

std::string without_blanks_at_the_end(std::string line) {
  line.resize(line.find_last_not_of(' ') + 1);
  return line;
}

std::string as_text(const ScriptStep& step, std::size_t number, std::size_t count) {
  std::string text = "  " + std::to_string(number) + "/" + std::to_string(count) + "  " +
                     (step.what.empty() ? "(no description)" : step.what) +
                     (step.transactional ? "" : " (not in a transaction)") + "\n";
  for (const std::string& lock : step.locks) text += "       lock: " + lock + "\n";
  for (const std::string& hazard : step.hazards) text += "       hazard: " + hazard + "\n";
  if (!step.precondition.empty()) text += "       precondition: " + step.precondition + "\n";
  return text;
}

std::string as_json(const Entry& entry) {
  return R"({"version":)" + quoted(entry.version) + R"(,"name":)" + quoted(entry.name) + R"(,"state":)" +
         quoted(name(entry.state)) + R"(,"steps_done":)" + std::to_string(entry.steps_done) +
         R"(,"origin":)" + quoted(entry.origin) + R"(,"run_by":)" + quoted(entry.run_by) +
         R"(,"started_at":)" + quoted(entry.started_at) + R"(,"seconds":)" + std::to_string(entry.seconds) +
         "}";
}

std::string as_json(const Finding& finding) {
  return R"({"kind":)" + quoted(name(finding.kind)) + R"(,"migration":)" + quoted(finding.migration) +
         R"(,"message":)" + quoted(finding.message) + "}";
}

template <class Item>
std::string as_json(const std::vector<Item>& items) {
  std::string text = "[";
  for (const Item& item : items) text += (text.size() > 1 ? "," : "") + as_json(item);
  return text + "]";
}

}  // namespace

std::string as_text(const migrate::Status& status) {
  std::size_t widest = 0;
  for (const Entry& entry : status.entries) widest = std::max(widest, entry.folder().size());
  std::string text;
  for (const Entry& entry : status.entries)
    text += without_blanks_at_the_end(padded(entry.folder(), widest) +
                                      padded(std::string{name(entry.state)}, 9) + how(entry)) +
            "\n";
  for (const Finding& finding : status.findings)
    text += std::string{name(finding.kind)} + ": " + finding.message + "\n";
  return text.empty() ? "no migrations\n" : text;
}

std::string as_json(const migrate::Status& status) {
  return R"({"migrations":)" + as_json(status.entries) + R"(,"findings":)" + as_json(status.findings) + "}\n";
}

std::string as_text(const std::vector<Planned>& plan) {
  if (plan.empty()) return "nothing to do\n";
  std::string text;
  for (const Planned& planned : plan) {
    text += planned.path() + (planned.begun ? " (begun, goes on)" : "") + "\n";
    for (std::size_t i = planned.steps_done; i < planned.script.steps.size(); ++i)
      text += as_text(planned.script.steps[i], i + 1, planned.script.steps.size());
  }
  return text;
}

}  // namespace schemac::ops
