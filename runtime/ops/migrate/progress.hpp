// Tells the operator how a run goes, and runs the command that comes before it.
#pragma once

#include <string>

#include "schemac/migrate.hpp"

namespace schemac::ops {

/// Steps and their times appear on a terminal only; waiting and trying again are said anywhere. All on
/// standard error.
class Progress final : public migrate::Observer {
 public:
  /// `command`: for the shell, before anything is changed, with DATABASE_URL set to `url`; may be empty.
  Progress(std::string command, std::string url);

  void waiting(std::string_view holder) override;
  /// Throws MigrationError when the command fails.
  void before(const std::vector<migrate::Planned>& plan) override;
  void begun(const migrate::StepPlace& step) override;
  void done(const migrate::StepPlace& step, double seconds) override;
  void retrying(const migrate::StepPlace& step, std::string_view reason, double seconds) override;

 private:
  std::string command_;
  std::string url_;
  bool terminal_;
};

}  // namespace schemac::ops
