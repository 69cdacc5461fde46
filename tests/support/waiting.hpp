// What tests of things that take time share: waiting until something is so, and a stopwatch.
#pragma once

#include <chrono>
#include <thread>

namespace schemac::testing {

/// Asks until the answer is yes; no at the end of `most`.
template <class Question>
bool eventually(Question&& question, std::chrono::milliseconds most = std::chrono::seconds{10}) {
  const auto deadline = std::chrono::steady_clock::now() + most;
  while (!question()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds{2});
  }
  return true;
}

/// Runs from its construction on.
class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace schemac::testing
