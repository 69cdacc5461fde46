// Names and units are ours and plain ASCII, so that nothing in them needs escaping in JSON.
#include "report.hpp"

#include <cstdio>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace schemac::bench {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

}  // namespace

void Report::add(Measured result) {
  if (results_.empty()) std::printf("%-44s %10s %-10s %8s  %s\n", "name", "value", "unit", "goal", "met");
  const std::string goal = result.goal ? number(*result.goal) : "-";
  const char* met = !result.goal ? "" : result.met() ? "yes" : "NO";
  std::printf("%-44s %10s %-10s %8s  %s\n", result.name.c_str(), number(result.value).c_str(),
              result.unit.c_str(), goal.c_str(), met);
  std::fflush(stdout);
  results_.push_back(std::move(result));
}

void Report::write_json(const std::string& path) const {
  std::ofstream file(path);
  file << "[";
  const char* separator = "\n";
  for (const Measured& result : results_) {
    file << separator << R"(  {"name": ")" << result.name << R"(", "value": )" << number(result.value)
         << R"(, "unit": ")" << result.unit << R"(", "goal": )"
         << (result.goal ? number(*result.goal) : "null") << R"(, "met": )"
         << (!result.goal   ? "null"
             : result.met() ? "true"
                            : "false")
         << "}";
    separator = ",\n";
  }
  file << "\n]\n";
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

}  // namespace schemac::bench
