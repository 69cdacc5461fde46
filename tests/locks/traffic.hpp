// Others, who read and write a table all the time.
#pragma once

#include <atomic>
#include <string>
#include <thread>

namespace schemac::locks {

/// One connection that executes a statement over and over, from the constructor to stop().
class Traffic {
 public:
  Traffic(std::string url, std::string statement);
  ~Traffic();
  Traffic(const Traffic&) = delete;
  Traffic& operator=(const Traffic&) = delete;

  /// Returns the longest time in milliseconds that an execution took, whether it succeeded (the table may
  /// be gone) or not.
  double stop();

 private:
  void run();

  std::string url_;
  std::string statement_;
  std::atomic<bool> stopped_{false};
  double longest_ = 0;
  std::thread thread_;  // the last: it uses the others
};

}  // namespace schemac::locks
