// Every metric of the table is written and documented, under a name that Prometheus takes.
#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>

#include "schemac/trace_metrics.hpp"
#include "trace/metric_names.hpp"

namespace schemac {
namespace {

TEST(Metrics, every_one_is_written_and_documented) {
  std::ifstream file{SCHEMAC_SOURCE_DIR "/docs/runtime.md"};
  const std::string document{std::istreambuf_iterator<char>{file}, {}};
  const std::string text = MetricsTracer{}.text();
  for (const metrics::Metric& metric : metrics::kAll) {
    const std::string name{metric.name};
    EXPECT_NE(text.find("# TYPE " + name + " " + std::string{metric.type} + "\n"), std::string::npos) << name;
    EXPECT_NE(document.find("`" + name + "`"), std::string::npos) << name;
    EXPECT_EQ(metric.type == "counter", name.ends_with("_total")) << name;
    EXPECT_FALSE(metric.type == "gauge" && name.ends_with("_count")) << name;
  }
}

TEST(Metrics, alerts_go_by_metrics_that_are_there) {
  std::ifstream file{SCHEMAC_SOURCE_DIR "/examples/monitoring/alerts.yml"};
  const std::string rules{std::istreambuf_iterator<char>{file}, {}};
  std::set<std::string> known;
  for (const metrics::Metric& metric : metrics::kAll) {
    known.emplace(metric.name);
    if (metric.type != "histogram") continue;
    for (const char* series : {"_bucket", "_count", "_sum"}) known.insert(std::string{metric.name} + series);
  }
  const std::set<std::string> labels{"db_client_connection_pool_name"};
  const std::regex name{"db_client_[a-z_]+"};
  int named = 0;
  for (std::sregex_iterator found{rules.begin(), rules.end(), name}; found != std::sregex_iterator{};
       ++found) {
    EXPECT_TRUE(known.contains(found->str()) || labels.contains(found->str())) << found->str();
    ++named;
  }
  EXPECT_GT(named, 10);
}

TEST(Metrics, puts_durations_into_buckets) {
  MetricsTracer tracer;
  for (const double seconds : {0.0005, 0.15, 0.15, 20.0})
    tracer.queried({"primary", "SELECT 1", nullptr, seconds, nullptr, {}});
  const std::string text = tracer.text();
  const std::string bucket =
      "duration_seconds_bucket{db_system_name=\"postgresql\",db_operation_name=\"SELECT\",le=";
  EXPECT_NE(text.find(bucket + "\"0.001\"} 1\n"), std::string::npos) << text;
  EXPECT_NE(text.find(bucket + "\"0.1\"} 1\n"), std::string::npos);
  EXPECT_NE(text.find(bucket + "\"0.2\"} 3\n"), std::string::npos);
  EXPECT_NE(text.find(bucket + "\"+Inf\"} 4\n"), std::string::npos);
}

}  // namespace
}  // namespace schemac
