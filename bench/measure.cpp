// Wall time is CLOCK_MONOTONIC; processor time is what the kernel accounts to the process, or to the child
// once it is reaped.
#include "measure.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <stdexcept>

namespace schemac::bench {
namespace {

using Clock = std::chrono::steady_clock;

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

double cpu_seconds(const rusage& usage) {
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double own_cpu() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return cpu_seconds(usage);
}

pid_t start_quietly(const std::vector<std::string>& arguments) {
  std::vector<char*> pointers;
  for (const std::string& argument : arguments) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int stream : {STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
  pid_t child = -1;
  const int error = posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot start " + arguments[0] + ": " + std::strerror(error));
  return child;
}

double median_of(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Cost cost_of(const std::function<void()>& action) {
  const double cpu = own_cpu();
  const Clock::time_point start = Clock::now();
  action();
  const double wall = seconds_since(start);
  return {wall, own_cpu() - cpu, 0};
}

Cost cost_of_program(const std::vector<std::string>& arguments) {
  const Clock::time_point start = Clock::now();
  const pid_t child = start_quietly(arguments);
  int status = 0;
  rusage usage{};
  if (wait4(child, &status, 0, &usage) != child) throw std::runtime_error("lost " + arguments[0]);
  if (status != 0) {
    std::string line;
    for (const std::string& argument : arguments) line += argument + " ";
    throw std::runtime_error("failed: " + line);
  }
  return {seconds_since(start), cpu_seconds(usage), static_cast<double>(usage.ru_maxrss) * 1024};
}

Cost median(const std::vector<Cost>& costs) {
  std::vector<double> walls;
  std::vector<double> cpus;
  std::vector<double> memories;
  for (const Cost& cost : costs) {
    walls.push_back(cost.wall);
    cpus.push_back(cost.cpu);
    memories.push_back(cost.memory);
  }
  return {median_of(walls), median_of(cpus), median_of(memories)};
}

Sides interleaved(int runs, const std::function<Cost()>& ours, const std::function<Cost()>& theirs) {
  ours();
  theirs();
  std::vector<Cost> our_costs;
  std::vector<Cost> their_costs;
  for (int run = 0; run < runs; ++run) {
    our_costs.push_back(ours());
    their_costs.push_back(theirs());
  }
  return {median(our_costs), median(their_costs)};
}

}  // namespace schemac::bench
