// Changes one thing in a definition at random, the same thing for the same seed and number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>

#include "syntax/value.hpp"

namespace schemac::testing {

/// Numbers that depend on nothing but where they start.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t number) : engine_(seed * 1'000'003 + number) {}

  /// One of 0 .. count-1. REQUIRES: count > 0.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }

 private:
  std::mt19937_64 engine_;
};

/// Drops a key or an item, gives a column another type, swaps two values, or changes a scalar. Returns what
/// was done: "dropped /tables/bills/columns/title".
std::string mutate(compiler::syntax::Value& root, Random& random);

}  // namespace schemac::testing
