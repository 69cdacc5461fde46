// What a benchmark found, as a table for people and as JSON for machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace schemac::bench {

/// One number. A number with a goal is met when it is at most that; one without is there for comparison.
struct Measured {
  std::string name;
  double value = 0;
  std::string unit;
  std::optional<double> goal;

  bool met() const { return !goal || value <= *goal; }
};

class Report {
 public:
  /// Keeps the result and prints its line at once, since a run takes minutes.
  void add(Measured result);

  /// Writes a list of {"name", "value", "unit", "goal", "met"}; the last two are null without a goal. Throws
  /// std::runtime_error.
  void write_json(const std::string& path) const;

 private:
  std::vector<Measured> results_;
};

}  // namespace schemac::bench
