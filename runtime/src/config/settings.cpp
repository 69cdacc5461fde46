// The names of all settings.
#include "config/settings.hpp"

#include <algorithm>
#include <array>
#include <climits>

namespace schemac::config {
namespace {

constexpr int kDay = 86'400'000;

constexpr std::array<std::string_view, 3> kEnvironments = {"development", "staging", "production"};
constexpr std::array<std::string_view, 4> kMigrations = {"off", "warn", "check", "apply"};
constexpr std::array<std::string_view, 2> kPoolers = {"none", "pgbouncer"};

const Setting kSettings[] = {
    {"DATABASE_URL", "the primary", Url{[](Config& c) -> std::string& { return c.database_url; }}},
    {"READ_REPLICA_URLS", "replicas, separated by commas",
     Urls{[](Config& c) -> std::vector<std::string>& { return c.replica_urls; }}},
    {"DB_ENVIRONMENT", "what TLS and the showing of parameters go by",
     Choice{kEnvironments,
            [](Config& c, std::size_t word) { c.environment = static_cast<Environment>(word); },
            [](const Config& c) { return static_cast<std::size_t>(c.environment); }}},
    {"DB_POOL_MIN", "connections that are kept open",
     Number{[](Config& c) -> int& { return c.pool.min; }, 0, 10'000}},
    {"DB_POOL_MAX", "connections at most", Number{[](Config& c) -> int& { return c.pool.max; }, 1, 10'000}},
    {"DB_POOL_CONNECTING", "connections opened at the same time",
     Number{[](Config& c) -> int& { return c.pool.connecting; }, 1, 100}},
    {"DB_POOL_QUEUE", "callers that may wait",
     Number{[](Config& c) -> int& { return c.pool.queue; }, 0, INT_MAX}},
    {"DB_POOL_ACQUIRE_MS", "how long a caller waits for a connection",
     Number{[](Config& c) -> int& { return c.pool.acquire_ms; }, 1, kDay}},
    {"DB_POOL_IDLE_MS", "after which an unused connection above the minimum is closed",
     Number{[](Config& c) -> int& { return c.pool.idle_ms; }, 0, kDay}},
    {"DB_POOL_LIFETIME_MS", "after which a connection is replaced",
     Number{[](Config& c) -> int& { return c.pool.lifetime_ms; }, 1, INT_MAX}},
    {"DB_POOL_LEAK_MS", "after which a lease is reported; 0: never",
     Number{[](Config& c) -> int& { return c.pool.leak_ms; }, 0, kDay}},
    {"DB_CONNECT_SECONDS", "for opening a connection",
     Number{[](Config& c) -> int& { return c.pool.connect_seconds; }, 2, 600}},
    {"DB_POOLER", "what is between this program and the server",
     Choice{kPoolers, [](Config& c, std::size_t word) { c.pgbouncer = word == 1; },
            [](const Config& c) -> std::size_t { return c.pgbouncer ? 1 : 0; }}},
    {"DB_MIGRATIONS", "what is done at the start about migrations that are not there",
     Choice{kMigrations,
            [](Config& c, std::size_t word) { c.migrations = static_cast<MigrationPolicy>(word); },
            [](const Config& c) { return static_cast<std::size_t>(c.migrations); }}},
    {"DB_DEADLINE_MS", "of an operation that names none",
     Number{[](Config& c) -> int& { return c.deadline_ms; }, 1, kDay}},
    {"DB_SLOW_QUERY_MS", "above which a statement is captured",
     Number{[](Config& c) -> int& { return c.slow_query_ms; }, 0, kDay}},
    {"DB_REPLICA_LAG_BYTES", "behind which a replica serves nobody",
     Number{[](Config& c) -> int& { return c.replica_lag_bytes; }, 0, INT_MAX}},
    {"DB_FEATURE_READ_REPLICAS", "reads may go to replicas",
     Flag{[](Config& c) -> bool& { return c.features.read_replicas; }}},
    {"DB_FEATURE_CIRCUIT_BREAKER", "fail at once while the server does not answer",
     Flag{[](Config& c) -> bool& { return c.features.circuit_breaker; }}},
    {"DB_FEATURE_PERFORMANCE_TRACKING", "capture slow statements",
     Flag{[](Config& c) -> bool& { return c.features.performance_tracking; }}},
    {"DB_MONITORING_ENABLED", "look at the servers at intervals",
     Flag{[](Config& c) -> bool& { return c.features.health_monitoring; }}},
    {"DB_MONITORING_INTERVAL", "between looks, in milliseconds",
     Number{[](Config& c) -> int& { return c.monitoring_interval_ms; }, 10, kDay}},
    {"DB_VALIDATION_ENABLED", "check the integrity of the data",
     Flag{[](Config& c) -> bool& { return c.operations.validation_enabled; }}},
    {"DB_VALIDATION_HOURS", "at these hours of the day",
     Hours{[](Config& c) -> std::vector<int>& { return c.operations.validation_hours; }}},
    {"DB_INDEX_OPTIMIZATION_ENABLED", "look for indexes that lack or are not used",
     Flag{[](Config& c) -> bool& { return c.operations.index_optimization_enabled; }}},
    {"DB_INDEX_OPTIMIZATION_HOURS", "at these hours of the day",
     Hours{[](Config& c) -> std::vector<int>& { return c.operations.index_optimization_hours; }}},
    {"BACKUP_PATH", "where backups are kept",
     Text{[](Config& c) -> std::string& { return c.operations.backup_path; }}},
    {"BACKUP_RETENTION_DAYS", "how long they are kept",
     Number{[](Config& c) -> int& { return c.operations.backup_retention_days; }, 1, 36'500}},
    {"BACKUP_ENCRYPTION_KEY", "encrypts them",
     Secret{[](Config& c) -> std::string& { return c.operations.backup_encryption_key; }}},
    {"BACKUP_REMOTE_STORAGE", "copy them elsewhere",
     Flag{[](Config& c) -> bool& { return c.operations.backup_remote_storage; }}},
    {"BACKUP_STORAGE_TYPE", "what the other place is",
     Text{[](Config& c) -> std::string& { return c.operations.backup_storage_type; }}},
    {"BACKUP_STORAGE_BUCKET", "its name",
     Text{[](Config& c) -> std::string& { return c.operations.backup_storage_bucket; }}},
    {"BACKUP_STORAGE_REGION", "where it is",
     Text{[](Config& c) -> std::string& { return c.operations.backup_storage_region; }}},
};

}  // namespace

std::span<const Setting> settings() {
  return kSettings;
}

const Setting* find(std::string_view name) {
  const auto* found = std::find_if(std::begin(kSettings), std::end(kSettings),
                                   [&](const Setting& one) { return one.name == name; });
  return found == std::end(kSettings) ? nullptr : found;
}

}  // namespace schemac::config
