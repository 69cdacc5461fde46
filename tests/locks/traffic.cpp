// A thread with a connection of its own; it rests for a moment between two statements, as a program would.
#include "traffic.hpp"

#include <algorithm>
#include <chrono>

#include "schemac/connection.hpp"
#include "schemac/error.hpp"

namespace schemac::locks {

using Clock = std::chrono::steady_clock;

Traffic::Traffic(std::string url, std::string statement)
    : url_{std::move(url)}, statement_{std::move(statement)}, thread_{[this] { run(); }} {}

Traffic::~Traffic() {
  stop();
}

double Traffic::stop() {
  stopped_ = true;
  if (thread_.joinable()) thread_.join();
  return longest_;
}

void Traffic::run() {
  Connection connection{url_, {.prepared_statements = 0}};
  connection.execute("SELECT 1");
  while (!stopped_) {
    const Clock::time_point start = Clock::now();
    try {
      connection.execute(statement_);
    } catch (const Error&) {  // the migration took away what it uses
    }
    longest_ = std::max(longest_, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
}

}  // namespace schemac::locks
