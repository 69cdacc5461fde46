// Measures what something costs: wall-clock and processor time, of this process or of a program that it runs,
// as medians of interleaved runs, so that a slow moment of the machine meets both sides.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace schemac::bench {

/// Seconds. `cpu` is user and system time together; `memory` is the most bytes that a program held, 0 where
/// this process was measured.
struct Cost {
  double wall = 0;
  double cpu = 0;
  double memory = 0;
};

/// What calling `action` costs this process, all of its threads counted.
Cost cost_of(const std::function<void()>& action);

/// What running `arguments` (the program is looked up in PATH) costs, its own children counted. What it
/// prints is dropped; throws std::runtime_error when it cannot be started or fails.
Cost cost_of_program(const std::vector<std::string>& arguments);

/// The middle value of each member by itself. REQUIRES: at least one cost.
Cost median(const std::vector<Cost>& costs);

/// Two sides of a comparison.
struct Sides {
  Cost ours;
  Cost theirs;

  double wall_ratio() const { return ours.wall / theirs.wall; }
  double cpu_ratio() const { return ours.cpu / theirs.cpu; }
};

/// The medians of `runs` runs of each side, one after the other in turn, after one unmeasured run of each.
Sides interleaved(int runs, const std::function<Cost()>& ours, const std::function<Cost()>& theirs);

}  // namespace schemac::bench
