// `schemactl health`.
#include "health.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <string_view>

#include "json_text.hpp"
#include "schemac/codec/scalars.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"

namespace schemac::ops {
namespace {

double median_latency_ms(Connection& connection) {
  connection.execute("SELECT 1");  // prepares it
  std::array<double, 9> times{};
  for (double& time : times) {
    auto start = std::chrono::steady_clock::now();
    connection.execute("SELECT 1");
    time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  }
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

std::string with_three_decimals(double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.3f", value);
  return buffer.data();
}

}  // namespace

Health check_health(const std::string& url) {
  Health health;
  try {
    Connection connection{url};
    Result result = connection.execute("SELECT current_setting('server_version'), pg_is_in_recovery()");
    RowReader row{result, 0};
    health.server_version = row.next<std::string>();
    health.standby = row.next<bool>();
    health.latency_ms = median_latency_ms(connection);
    health.healthy = true;
  } catch (const Error& error) {
    health.error = error.what();
    health.sqlstate = error.sqlstate();
  }
  return health;
}

std::string as_text(const Health& health) {
  if (!health.healthy) return "not healthy: " + health.error + "\n";
  return "healthy\n  server   PostgreSQL " + health.server_version + "\n  role     " +
         (health.standby ? "standby (read only)" : "primary") + "\n  latency  " +
         with_three_decimals(health.latency_ms) + " ms for SELECT 1\n";
}

std::string as_json(const Health& health) {
  if (!health.healthy)
    return R"({"healthy":false,"error":)" + quoted(health.error) + R"(,"sqlstate":)" +
           quoted(health.sqlstate) + "}\n";
  return R"({"healthy":true,"server_version":)" + quoted(health.server_version) + R"(,"standby":)" +
         (health.standby ? "true" : "false") + R"(,"latency_ms":)" + with_three_decimals(health.latency_ms) +
         "}\n";
}

}  // namespace schemac::ops
