// Counting and printing.
#include "report.hpp"

#include <algorithm>
#include <array>
#include <iomanip>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <sstream>

namespace schemac::corpus {
namespace {

constexpr std::array kCauses{Cause::no_plan,   Cause::not_empty,   Cause::nothing,
                             Cause::refused,   Cause::fingerprint, Cause::dump,
                             Cause::recreated, Cause::rows,        Cause::error};
constexpr std::size_t kLines = 6;  // of a failure's detail

using Way = Direction Outcome::*;

struct Tally {
  int cases = 0;
  int passed = 0;
  int without_rows = 0;  ///< of those passed
  std::map<Cause, int> failed;
};

bool loads(const Tried& one) {
  return one.outcome.load_error.empty();
}

/// A case's direction counts for its suite and for all of them.
std::map<std::string, Tally> tally(const std::vector<Tried>& all, Way way) {
  std::map<std::string, Tally> tallies;
  for (const Tried& one : all) {
    if (!loads(one)) continue;
    const Direction& direction = one.outcome.*way;
    for (Tally* suite : {&tallies[one.tried.suite], &tallies["~ all"]}) {
      ++suite->cases;
      suite->passed += direction.cause == Cause::none ? 1 : 0;
      suite->without_rows +=
          direction.cause == Cause::none && direction.rows == 0 && !direction.hazards.empty() ? 1 : 0;
      if (direction.cause != Cause::none) ++suite->failed[direction.cause];
    }
  }
  return tallies;
}

double share(int part, int whole) {
  return whole == 0 ? 100.0 : 100.0 * part / whole;
}

void print_tally(const std::string& suite, const char* way, Tally& tally, std::ostream& out) {
  out << std::left << std::setw(24) << suite.substr(0, 23) << std::setw(5) << way << std::right
      << std::setw(6) << tally.cases << std::setw(8) << tally.passed << std::setw(7) << std::fixed
      << std::setprecision(1) << share(tally.passed, tally.cases) << " %" << std::setw(8)
      << tally.without_rows;
  for (Cause cause : kCauses)
    out << std::setw(static_cast<int>(name(cause).size()) + 2) << tally.failed[cause];
  out << '\n';
}

void print_failure(const Tried& one, const char* way, const Direction& direction, std::ostream& out) {
  if (direction.cause == Cause::none) return;
  out << one.tried.suite << "/" << one.tried.name << "  " << way << "  " << name(direction.cause);
  for (const std::string& code : direction.hazards) out << "  " << code;
  out << '\n';
  std::istringstream lines{direction.detail};
  std::string line;
  for (std::size_t i = 0; i < kLines && std::getline(lines, line); ++i) out << "    " << line << '\n';
}

nlohmann::json to_json(const Direction& direction) {
  return {{"cause", name(direction.cause)},
          {"detail", direction.detail},
          {"hazards", direction.hazards},
          {"rows", direction.rows}};
}

}  // namespace

void print_report(const std::vector<Tried>& all, std::ostream& out) {
  for (const Tried& one : all) {
    if (!loads(one)) continue;
    print_failure(one, "up", one.outcome.up, out);
    print_failure(one, "down", one.outcome.down, out);
  }
  for (const Tried& one : all)
    if (!loads(one))
      out << one.tried.suite << "/" << one.tried.name << "  does not load\n    "
          << one.outcome.load_error.substr(0, 300) << '\n';

  out << '\n' << std::left << std::setw(29) << "suite" << std::right << " cases  passed           no rows";
  for (Cause cause : kCauses) out << "  " << name(cause);
  out << '\n';
  std::map<std::string, Tally> up = tally(all, &Outcome::up);
  std::map<std::string, Tally> down = tally(all, &Outcome::down);
  for (auto& [suite, counts] : up) {
    print_tally(suite, "up", counts, out);
    print_tally(suite, "down", down[suite], out);
  }
  const auto not_loading =
      std::count_if(all.begin(), all.end(), [](const Tried& one) { return !loads(one); });
  out << not_loading << " of " << all.size() << " cases do not load and are not counted\n";
}

std::string json_report(const std::vector<Tried>& all) {
  nlohmann::json cases = nlohmann::json::array();
  for (const auto& [tried, outcome] : all) {
    cases.push_back({{"suite", tried.suite},
                     {"name", tried.name},
                     {"load_error", outcome.load_error},
                     {"up", to_json(outcome.up)},
                     {"down", to_json(outcome.down)},
                     {"empty_tables", outcome.empty_tables},
                     {"seconds", outcome.seconds}});
  }
  return cases.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

double worst_share(const std::vector<Tried>& all) {
  const Tally up = tally(all, &Outcome::up)["~ all"];
  const Tally down = tally(all, &Outcome::down)["~ all"];
  return share(std::min(up.passed, down.passed), up.cases);
}

}  // namespace schemac::corpus
