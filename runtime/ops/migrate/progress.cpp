// Tells the operator how a run goes, and runs the command that comes before it.
#include "migrate/progress.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>

#include "schemac/error.hpp"

namespace schemac::ops {
namespace {

std::string line_of(const migrate::StepPlace& step) {
  return step.path + "  " + std::to_string(step.number) + "/" + std::to_string(step.count) +
         (step.what.empty() ? "" : "  " + step.what);
}

}  // namespace

Progress::Progress(std::string command, std::string url)
    : command_{std::move(command)}, url_{std::move(url)}, terminal_{::isatty(STDERR_FILENO) == 1} {}

void Progress::waiting(std::string_view holder) {
  std::fprintf(stderr, "waiting for another migration run to end: %s\n", std::string{holder}.c_str());
}

void Progress::before(const std::vector<migrate::Planned>& /*plan*/) {
  if (command_.empty()) return;
  ::setenv("DATABASE_URL", url_.c_str(), 1);
  const int status = std::system(command_.c_str());
  if (status == 0) return;
  throw MigrationError{"the command of --before failed (exit status " +
                       std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : -1) +
                       "): nothing was changed"};
}

void Progress::begun(const migrate::StepPlace& step) {
  if (terminal_) std::fprintf(stderr, "%s …", line_of(step).c_str());
}

void Progress::done(const migrate::StepPlace& step, double seconds) {
  if (terminal_) std::fprintf(stderr, "\r%s  %.2f s\n", line_of(step).c_str(), seconds);
}

void Progress::retrying(const migrate::StepPlace& step, std::string_view reason, double seconds) {
  std::fprintf(stderr, "%s%s: %s; again in %.1f s\n", terminal_ ? "\r" : "", line_of(step).c_str(),
               std::string{reason}.c_str(), seconds);
}

}  // namespace schemac::ops
