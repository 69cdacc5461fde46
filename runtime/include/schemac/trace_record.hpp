// Remembers what happened, for tests to look at.
#pragma once

#include <mutex>
#include <string>
#include <vector>

#include "schemac/tracer.hpp"

namespace schemac {

class RecordingTracer final : public Tracer {
 public:
  void acquired(const AcquireEvent& event) override;
  void connected(const ConnectEvent& event) override;
  void queried(const QueryEvent& event) override;
  void ended(const TransactionEvent& event) override;
  void retrying(const RetryEvent& event) override;
  void leaked(const LeakEvent& event) override;
  void migrated(const MigrationEvent& event) override;
  void slow(const SlowQuery& event) override;

  /// A line for each event, in order: "queried SELECT 1", "ended committed", …
  std::vector<std::string> lines() const;
  /// The slow statements among them.
  std::vector<SlowQuery> slow_queries() const;

 private:
  void add(std::string line);

  mutable std::mutex mutex_;
  std::vector<std::string> lines_;
  std::vector<SlowQuery> slow_;
};

}  // namespace schemac
