// The names of all metrics: OpenTelemetry's database conventions in Prometheus' spelling. The one table.
#pragma once

#include <array>
#include <string_view>

namespace schemac::metrics {

struct Metric {
  std::string_view name;
  std::string_view type;
  std::string_view help;
};

inline constexpr Metric kOperations{"db_client_operation_duration_seconds", "histogram",
                                    "How long statements took, by db_operation_name."};
inline constexpr Metric kErrors{
    "db_client_operation_errors_total", "counter",
    "Statements that failed, by db_response_status_code (SQLSTATE; none: no answer)."};
inline constexpr Metric kWaits{"db_client_connection_wait_time_seconds", "histogram",
                               "How long callers waited for a connection."};
inline constexpr Metric kTimeouts{"db_client_connection_timeouts_total", "counter",
                                  "Callers that got no connection."};
inline constexpr Metric kConnects{"db_client_connection_create_time_seconds", "histogram",
                                  "How long opening a connection took."};
inline constexpr Metric kConnectErrors{"db_client_connection_create_errors_total", "counter",
                                       "Connections that could not be opened."};
inline constexpr Metric kTransactions{"db_client_transaction_duration_seconds", "histogram",
                                      "How long transactions took, by outcome."};
inline constexpr Metric kRetries{"db_client_retries_total", "counter", "Operations that were tried again."};
inline constexpr Metric kLeaks{"db_client_leaks_total", "counter", "Connections that were out for too long."};
inline constexpr Metric kSlow{"db_client_slow_queries_total", "counter",
                              "Statements that were captured as slow."};
inline constexpr Metric kMigrations{
    "db_client_migration_steps_total", "counter",
    "Steps of migrations at the start of programs, by outcome: done or wrong."};
inline constexpr Metric kConnections{"db_client_connections", "gauge",
                                     "Connections of each pool, by state: idle or used."};
inline constexpr Metric kMost{"db_client_connection_max", "gauge", "Connections that each pool may have."};
inline constexpr Metric kPending{"db_client_connection_pending_requests", "gauge",
                                 "Callers that wait for a connection, by pool."};

inline constexpr std::array kAll{kOperations,    kErrors,     kWaits,        kTimeouts, kConnects,
                                 kConnectErrors, kMost,       kTransactions, kRetries,  kLeaks,
                                 kSlow,          kMigrations, kConnections,  kPending};

}  // namespace schemac::metrics
