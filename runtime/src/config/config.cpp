// Reads a configuration: the environment goes before the file, and the file before defaults. Reading goes on
// after a mistake, so that all of them are reported together.
#include "schemac/config.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "config/settings.hpp"
#include "connection_string.hpp"
#include "schemac/redact.hpp"

namespace schemac {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;
using Problems = std::vector<ConfigProblem>;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::string_view unquoted(std::string_view text) {
  const bool quoted =
      text.size() >= 2 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  return quoted ? text.substr(1, text.size() - 2) : text;
}

/// Lines `NAME=value`. A name that is none of ours is a mistake: it is mostly a misspelled one.
void read_file(const std::string& file, Values& values, Problems& problems) {
  std::istringstream lines{file};
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const std::string_view text = trimmed(line);
    if (text.empty() || text.front() == '#') continue;
    const std::size_t equals = text.find('=');
    const std::string name{trimmed(text.substr(0, equals))};
    if (equals == std::string_view::npos)
      problems.push_back({"line " + std::to_string(number), "***", "is not NAME=value", "write NAME=value"});
    else if (config::find(name) == nullptr)
      problems.push_back({name, "***", "is no setting", "see the list of names in docs/runtime.md"});
    else
      values.emplace(name, unquoted(trimmed(text.substr(equals + 1))));
  }
}

std::string lines_of(const Problems& problems) {
  std::string text = "the configuration has mistakes:";
  for (const ConfigProblem& one : problems)
    text +=
        "\n  " + one.name + (one.value.empty() ? "" : " = " + one.value) + ": " + one.what + "; " + one.fix;
  return text;
}

/// TLS is given up by saying so in development only.
void check_tls(const Config& config, const std::string& name, const std::string& url, Problems& problems) {
  std::string mode = connection_parameter(url, "sslmode");
  if (const char* variable = std::getenv("PGSSLMODE"); mode.empty() && variable != nullptr) mode = variable;
  const bool plain = mode == "disable" || mode == "allow" || mode == "prefer";
  if (plain && config.environment != Environment::development)
    problems.push_back({name, redact_connection_string(url), "does without TLS outside development",
                        "leave out sslmode and PGSSLMODE, or write sslmode=verify-full"});
}

Problems mismatches(const Config& config) {
  Problems problems;
  if (config.database_url.empty())
    problems.push_back(
        {"DATABASE_URL", "", "is missing", "write postgresql://user:password@host:5432/database"});
  if (config.pool.min > config.pool.max)
    problems.push_back({"DB_POOL_MIN", std::to_string(config.pool.min), "is more than DB_POOL_MAX",
                        "write at most " + std::to_string(config.pool.max)});
  if (config.features.read_replicas && config.replica_urls.empty())
    problems.push_back({"READ_REPLICA_URLS", "", "is missing, and DB_FEATURE_READ_REPLICAS is true",
                        "name the replicas, or write DB_FEATURE_READ_REPLICAS=false"});
  if (config.pgbouncer && config.migrations == MigrationPolicy::apply)
    problems.push_back({"DB_MIGRATIONS", "apply", "needs the server itself, and DB_POOLER is pgbouncer",
                        "run `schemactl migrate up` before, and write DB_MIGRATIONS=check"});
  if (config.operations.backup_remote_storage && config.operations.backup_storage_bucket.empty())
    problems.push_back({"BACKUP_STORAGE_BUCKET", "", "is missing, and BACKUP_REMOTE_STORAGE is true",
                        "name the bucket, or write BACKUP_REMOTE_STORAGE=false"});
  if (!config.database_url.empty()) check_tls(config, "DATABASE_URL", config.database_url, problems);
  for (const std::string& url : config.replica_urls) check_tls(config, "READ_REPLICA_URLS", url, problems);
  return problems;
}

Config read(const Values& values, Problems problems) {
  Config config;
  bool refused_url = false;
  for (const config::Setting& setting : config::settings()) {
    const auto given = values.find(setting.name);
    ConfigProblem problem;
    if (given == values.end() || given->second.empty() ||
        config::read(setting, given->second, config, problem))
      continue;
    refused_url = refused_url || setting.name == "DATABASE_URL";
    problems.push_back(std::move(problem));
  }
  for (ConfigProblem& problem : mismatches(config))
    if (problem.name != "DATABASE_URL" || !refused_url) problems.push_back(std::move(problem));
  if (!problems.empty()) throw ConfigError{std::move(problems)};
  return config;
}

}  // namespace

ConfigError::ConfigError(std::vector<ConfigProblem> problems)
    : Error{ErrorCode::usage, lines_of(problems), {}, "configuration"}, problems_{std::move(problems)} {}

Config Config::from(const std::vector<std::pair<std::string, std::string>>& variables,
                    const std::string& file) {
  Values values{variables.begin(), variables.end()};
  Problems problems;
  read_file(file, values, problems);
  return read(values, std::move(problems));
}

Config Config::from_environment() {
  std::vector<std::pair<std::string, std::string>> variables;
  for (const config::Setting& setting : config::settings())
    if (const char* value = std::getenv(std::string{setting.name}.c_str()); value != nullptr)
      variables.emplace_back(setting.name, value);
  const char* path = std::getenv("DB_CONFIG_FILE");
  if (path == nullptr || *path == '\0') return from(variables);
  std::ifstream file{path};
  if (!file)
    throw ConfigError{
        {{"DB_CONFIG_FILE", path, "cannot be read", "name a file that is there, or leave it out"}}};
  std::ostringstream text;
  text << file.rdbuf();
  return from(variables, text.str());
}

void Config::validate() const {
  Problems problems = mismatches(*this);
  if (!problems.empty()) throw ConfigError{std::move(problems)};
}

std::string Config::describe() const {
  std::string text;
  for (const config::Setting& setting : config::settings())
    text += std::string{setting.name} + "=" + config::shown(setting, *this) + "\n";
  return text;
}

}  // namespace schemac
