// How a fuzz target says what must hold.
#pragma once

#include <cstdio>
#include <cstdlib>

namespace schemac::testing {

/// Ends the program, saying `what`, where it does not hold: to the fuzzer that is a crash.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

}  // namespace schemac::testing
