// How a program reaches and uses its database: read from the environment, then from a file, then defaults.
// All mistakes are reported at once, each with its name, its value where that is no secret, and what to
// write.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "schemac/error.hpp"
#include "schemac/pool.hpp"

namespace schemac {

enum class Environment { development, staging, production };

/// What a program does at its start about the migrations that it was given (Database::open()).
enum class MigrationPolicy {
  off,    ///< nothing
  warn,   ///< tells the tracer what is not there
  check,  ///< does not start where one is not there
  apply   ///< brings them there
};

struct Features {
  bool read_replicas = false;        ///< reads that may lag go to READ_REPLICA_URLS
  bool circuit_breaker = true;       ///< fail at once while the server does not answer
  bool health_monitoring = true;     ///< ask servers how they are, also when nobody uses them
  bool performance_tracking = true;  ///< capture slow statements with their plan
};

/// What schemactl's scheduled work goes by.
struct Operations {
  std::string backup_path = "./backups";
  int backup_retention_days = 30;
  std::string backup_encryption_key = {};
  bool backup_remote_storage = false;
  std::string backup_storage_type = "aws-s3";
  std::string backup_storage_bucket = {};
  std::string backup_storage_region = {};
  bool validation_enabled = false;
  std::vector<int> validation_hours = {2, 14};
  bool index_optimization_enabled = false;
  std::vector<int> index_optimization_hours = {3};
};

struct Config {
  std::string database_url;                    ///< several hosts are tried in turn
  std::vector<std::string> replica_urls = {};  ///< READ_REPLICA_URLS
  Environment environment = Environment::development;
  PoolOptions pool = {};     ///< of each server
  bool pgbouncer = false;    ///< a pooler in transaction mode is between: nothing is kept in sessions
  int deadline_ms = 30'000;  ///< of an operation that names none
  int slow_query_ms = 100;   ///< what takes longer is captured
  int replica_lag_bytes = 16 * 1024 * 1024;  ///< a replica that is further behind serves nobody
  int monitoring_interval_ms = 30'000;       ///< between looks at the servers
  MigrationPolicy migrations = MigrationPolicy::check;
  Features features = {};
  Operations operations = {};

  /// Reads the environment and the file that DB_CONFIG_FILE names: lines `NAME=value`, `#` for comments, of
  /// the same names. Throws ConfigError. docs/runtime.md lists the names.
  static Config from_environment();

  /// The same from `variables` and the text of a file, for tests and other sources.
  static Config from(const std::vector<std::pair<std::string, std::string>>& variables,
                     const std::string& file = {});

  /// Throws ConfigError where values do not fit together.
  void validate() const;

  /// Each setting and its value, a line each, secrets as `***`.
  std::string describe() const;
};

/// A mistake in a setting.
struct ConfigProblem {
  std::string name;   ///< "DB_POOL_MAX"
  std::string value;  ///< as given, `***` for a secret
  std::string what;   ///< what is wrong
  std::string fix;    ///< what to write
};

/// All the mistakes in a configuration; what() has a line for each.
class ConfigError : public Error {
 public:
  explicit ConfigError(std::vector<ConfigProblem> problems);
  const std::vector<ConfigProblem>& problems() const noexcept { return problems_; }

 private:
  std::vector<ConfigProblem> problems_;
};

}  // namespace schemac
