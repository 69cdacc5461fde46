// Chance that repeats itself: one seed, the same choices on every machine.
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace schemac::evolution {

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_{seed} {}

  /// REQUIRES: count > 0
  std::size_t below(std::size_t count) { return engine_() % count; }
  bool one_in(std::size_t count) { return below(count) == 0; }

  /// REQUIRES: a list that is not empty
  template <class List>
  auto& pick(List& list) {
    return list[below(list.size())];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace schemac::evolution
