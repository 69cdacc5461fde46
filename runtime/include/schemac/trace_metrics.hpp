// Counts what happens, as a text that Prometheus reads: `auto metrics = std::make_shared<MetricsTracer>();`,
// then `Database::open(config, metrics)` and `metrics->text(db.pools())` for /metrics. docs/runtime.md lists
// the names.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "schemac/pool.hpp"
#include "schemac/tracer.hpp"

namespace schemac {

class MetricsTracer final : public Tracer {
 public:
  MetricsTracer();
  ~MetricsTracer() override;

  void acquired(const AcquireEvent& event) override;
  void connected(const ConnectEvent& event) override;
  void queried(const QueryEvent& event) override;
  void ended(const TransactionEvent& event) override;
  void retrying(const RetryEvent& event) override;
  void leaked(const LeakEvent& event) override;
  void migrated(const MigrationEvent& event) override;
  void slow(const SlowQuery& event) override;

  /// All numbers since the start, and how the pools are now.
  std::string text(const std::vector<std::pair<std::string, PoolStatus>>& pools = {}) const;

 private:
  struct Numbers;
  std::unique_ptr<Numbers> numbers_;
};

}  // namespace schemac
