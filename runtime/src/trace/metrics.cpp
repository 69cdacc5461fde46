// Counts what happens. Counting is a few atomic additions; only a failed statement takes a lock.
#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <mutex>

#include "schemac/error.hpp"
#include "schemac/trace_metrics.hpp"
#include "trace/metric_names.hpp"

namespace schemac {
namespace {

using metrics::Metric;

/// OpenTelemetry's buckets, and one where an alert may start.
constexpr std::array<double, 10> kBounds{0.001, 0.005, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 5, 10};

/// db.operation.name; everything else is OTHER.
constexpr std::array<std::string_view, 9> kOperationNames{"SELECT", "INSERT", "UPDATE", "DELETE", "WITH",
                                                          "COPY",   "BEGIN",  "COMMIT", "OTHER"};

std::size_t operation_of(std::string_view sql) {
  sql.remove_prefix(std::min(sql.find_first_not_of(" \t\n("), sql.size()));
  for (std::size_t i = 0; i + 1 < kOperationNames.size(); ++i)
    if (sql.starts_with(kOperationNames[i])) return i;
  return kOperationNames.size() - 1;
}

std::string number(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.9g", value);
  return text.data();
}

using Counter = std::atomic<std::uint64_t>;
using Pools = std::vector<std::pair<std::string, PoolStatus>>;

struct Histogram {
  std::array<Counter, kBounds.size() + 1> buckets{};
  Counter nanoseconds{0};

  void add(double seconds) {
    std::size_t bucket = 0;
    while (bucket < kBounds.size() && seconds > kBounds[bucket]) ++bucket;
    buckets[bucket].fetch_add(1, std::memory_order_relaxed);
    nanoseconds.fetch_add(static_cast<std::uint64_t>(seconds * 1e9), std::memory_order_relaxed);
  }

  /// Nothing was added yet: such a series is left out.
  bool empty() const {
    for (const Counter& bucket : buckets)
      if (bucket != 0) return false;
    return true;
  }
};

class Page {
 public:
  void open(const Metric& metric) {
    text += "# HELP " + std::string{metric.name} + " " + std::string{metric.help} + "\n# TYPE " +
            std::string{metric.name} + " " + std::string{metric.type} + "\n";
  }
  void line(const Metric& metric, std::string_view suffix, const std::string& labels,
            const std::string& value) {
    text += std::string{metric.name} + std::string{suffix} + (labels.empty() ? "" : "{" + labels + "}") +
            " " + value + "\n";
  }
  void counter(const Metric& metric, const Counter& counter) {
    open(metric);
    line(metric, "", "", std::to_string(counter.load()));
  }
  void series(const Metric& metric, const std::string& labels, const Histogram& histogram) {
    std::uint64_t sum = 0;
    const std::string comma = labels.empty() ? "" : labels + ",";
    for (std::size_t i = 0; i <= kBounds.size(); ++i) {
      sum += histogram.buckets[i];
      const std::string bound = i < kBounds.size() ? number(kBounds[i]) : "+Inf";
      line(metric, "_bucket", comma + "le=\"" + bound + "\"", std::to_string(sum));
    }
    line(metric, "_sum", labels, number(static_cast<double>(histogram.nanoseconds) * 1e-9));
    line(metric, "_count", labels, std::to_string(sum));
  }
  void histogram(const Metric& metric, const Histogram& histogram) {
    open(metric);
    series(metric, "", histogram);
  }

  void gauge(const Metric& metric, const Pools& pools, int PoolStatus::*value) {
    open(metric);
    for (const auto& [name, status] : pools)
      line(metric, "", "db_client_connection_pool_name=\"" + name + "\"", std::to_string(status.*value));
  }

  std::string text;
};

}  // namespace

struct MetricsTracer::Numbers {
  std::array<Histogram, kOperationNames.size()> operations;
  Histogram waits, connects, committed, rolled_back;
  Counter timeouts{0}, connect_errors{0}, retries{0}, leaks{0}, slow{0}, migrated{0}, migrations_wrong{0};
  mutable std::mutex mutex;
  std::map<std::string, std::uint64_t> errors;  // by SQLSTATE
};

MetricsTracer::MetricsTracer() : numbers_{std::make_unique<Numbers>()} {}
MetricsTracer::~MetricsTracer() = default;

void MetricsTracer::acquired(const AcquireEvent& event) {
  if (event.acquired)
    numbers_->waits.add(event.seconds);
  else
    ++numbers_->timeouts;
}
void MetricsTracer::connected(const ConnectEvent& event) {
  if (event.error == nullptr)
    numbers_->connects.add(event.seconds);
  else
    ++numbers_->connect_errors;
}
void MetricsTracer::queried(const QueryEvent& event) {
  numbers_->operations[operation_of(event.sql)].add(event.seconds);
  if (event.error == nullptr) return;
  std::lock_guard lock{numbers_->mutex};
  ++numbers_->errors[event.error->sqlstate()];
}
void MetricsTracer::ended(const TransactionEvent& event) {
  (event.committed ? numbers_->committed : numbers_->rolled_back).add(event.seconds);
}
void MetricsTracer::retrying(const RetryEvent& /*event*/) {
  ++numbers_->retries;
}
void MetricsTracer::leaked(const LeakEvent& /*event*/) {
  ++numbers_->leaks;
}
void MetricsTracer::migrated(const MigrationEvent& event) {
  ++(event.wrong ? numbers_->migrations_wrong : numbers_->migrated);
}
void MetricsTracer::slow(const SlowQuery& /*event*/) {
  ++numbers_->slow;
}

std::string MetricsTracer::text(const std::vector<std::pair<std::string, PoolStatus>>& pools) const {
  Page page;
  page.open(metrics::kOperations);
  for (std::size_t i = 0; i < kOperationNames.size(); ++i) {
    if (numbers_->operations[i].empty()) continue;
    page.series(metrics::kOperations,
                "db_system_name=\"postgresql\",db_operation_name=\"" + std::string{kOperationNames[i]} + "\"",
                numbers_->operations[i]);
  }
  page.open(metrics::kErrors);
  {
    std::lock_guard lock{numbers_->mutex};
    for (const auto& [sqlstate, count] : numbers_->errors)
      page.line(metrics::kErrors, "",
                "db_response_status_code=\"" + (sqlstate.empty() ? "none" : sqlstate) + "\"",
                std::to_string(count));
  }
  page.histogram(metrics::kWaits, numbers_->waits);
  page.counter(metrics::kTimeouts, numbers_->timeouts);
  page.histogram(metrics::kConnects, numbers_->connects);
  page.counter(metrics::kConnectErrors, numbers_->connect_errors);
  page.open(metrics::kTransactions);
  page.series(metrics::kTransactions, "outcome=\"committed\"", numbers_->committed);
  page.series(metrics::kTransactions, "outcome=\"rolled_back\"", numbers_->rolled_back);
  page.counter(metrics::kRetries, numbers_->retries);
  page.counter(metrics::kLeaks, numbers_->leaks);
  page.counter(metrics::kSlow, numbers_->slow);
  page.open(metrics::kMigrations);
  page.line(metrics::kMigrations, "", "outcome=\"done\"", std::to_string(numbers_->migrated));
  page.line(metrics::kMigrations, "", "outcome=\"wrong\"", std::to_string(numbers_->migrations_wrong));
  page.open(metrics::kConnections);
  for (const auto& [name, status] : pools) {
    const std::string pool = "db_client_connection_pool_name=\"" + name + "\",state=";
    page.line(metrics::kConnections, "", pool + "\"idle\"", std::to_string(status.idle));
    page.line(metrics::kConnections, "", pool + "\"used\"", std::to_string(status.open - status.idle));
  }
  page.gauge(metrics::kMost, pools, &PoolStatus::max);
  page.gauge(metrics::kPending, pools, &PoolStatus::waiting);
  return page.text;
}

}  // namespace schemac
