// Configuration: where values come from, what is refused, and that secrets stay secret.
#include "schemac/config.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "config/settings.hpp"

namespace schemac {
namespace {

using Variables = std::vector<std::pair<std::string, std::string>>;

const std::string kUrl = "postgresql://ada:geheim@db/chanuka";

std::vector<ConfigProblem> problems_of(const Variables& variables, const std::string& file = {}) {
  try {
    (void)Config::from(variables, file);
  } catch (const ConfigError& error) {
    EXPECT_EQ(std::string{error.what()}.find("geheim"), std::string::npos) << error.what();
    return error.problems();
  }
  return {};
}

TEST(Config, takes_the_environment_before_the_file_before_defaults) {
  const Config config = Config::from({{"DATABASE_URL", kUrl}, {"DB_POOL_MAX", "30"}},
                                     "# sizes\nDB_POOL_MAX=7\nDB_POOL_MIN = \"2\"\n");
  EXPECT_EQ(config.database_url, kUrl);
  EXPECT_EQ(config.pool.max, 30);
  EXPECT_EQ(config.pool.min, 2);
  EXPECT_EQ(config.pool.idle_ms, 30'000);
}

TEST(Config, reads_every_variable_of_the_platform) {
  const Config config = Config::from({{"DATABASE_URL", kUrl},
                                      {"READ_REPLICA_URLS", "postgresql://one/db, postgresql://two/db"},
                                      {"DB_FEATURE_READ_REPLICAS", "true"},
                                      {"DB_ENVIRONMENT", "production"},
                                      {"DB_POOLER", "pgbouncer"},
                                      {"BACKUP_PATH", "/backups"},
                                      {"BACKUP_RETENTION_DAYS", "14"},
                                      {"BACKUP_ENCRYPTION_KEY", "k"},
                                      {"BACKUP_REMOTE_STORAGE", "true"},
                                      {"BACKUP_STORAGE_TYPE", "gcp"},
                                      {"BACKUP_STORAGE_BUCKET", "b"},
                                      {"BACKUP_STORAGE_REGION", "us-east-1"},
                                      {"DB_MONITORING_ENABLED", "false"},
                                      {"DB_MONITORING_INTERVAL", "1000"},
                                      {"DB_VALIDATION_ENABLED", "true"},
                                      {"DB_VALIDATION_HOURS", "0,23"},
                                      {"DB_INDEX_OPTIMIZATION_ENABLED", "true"},
                                      {"DB_INDEX_OPTIMIZATION_HOURS", "4"}});
  EXPECT_EQ(config.replica_urls, (std::vector<std::string>{"postgresql://one/db", "postgresql://two/db"}));
  EXPECT_TRUE(config.features.read_replicas);
  EXPECT_EQ(config.environment, Environment::production);
  EXPECT_TRUE(config.pgbouncer);
  EXPECT_EQ(config.operations.backup_path, "/backups");
  EXPECT_EQ(config.operations.backup_retention_days, 14);
  EXPECT_EQ(config.operations.backup_encryption_key, "k");
  EXPECT_TRUE(config.operations.backup_remote_storage);
  EXPECT_EQ(config.operations.backup_storage_type, "gcp");
  EXPECT_EQ(config.operations.backup_storage_bucket, "b");
  EXPECT_EQ(config.operations.backup_storage_region, "us-east-1");
  EXPECT_FALSE(config.features.health_monitoring);
  EXPECT_EQ(config.monitoring_interval_ms, 1000);
  EXPECT_TRUE(config.operations.validation_enabled);
  EXPECT_EQ(config.operations.validation_hours, (std::vector<int>{0, 23}));
  EXPECT_TRUE(config.operations.index_optimization_enabled);
  EXPECT_EQ(config.operations.index_optimization_hours, std::vector<int>{4});
}

TEST(Config, reports_all_mistakes_at_once) {
  const auto problems = problems_of({{"DATABASE_URL", "postgresql://ada:geheim@db/x?nonsense=1"},
                                     {"DB_POOL_MAX", "many"},
                                     {"DB_POOL_MIN", "-1"},
                                     {"DB_ENVIRONMENT", "prod"},
                                     {"DB_VALIDATION_HOURS", "2,24"},
                                     {"DB_FEATURE_CIRCUIT_BREAKER", "yes"}},
                                    "DB_POOL_MAXIMUM=3\nnonsense\n");
  std::vector<std::string> names;
  for (const ConfigProblem& problem : problems) {
    names.push_back(problem.name);
    EXPECT_FALSE(problem.what.empty());
    EXPECT_FALSE(problem.fix.empty());
  }
  EXPECT_EQ(names, (std::vector<std::string>{"DB_POOL_MAXIMUM", "line 2", "DATABASE_URL", "DB_ENVIRONMENT",
                                             "DB_POOL_MIN", "DB_POOL_MAX", "DB_FEATURE_CIRCUIT_BREAKER",
                                             "DB_VALIDATION_HOURS"}));
}

TEST(Config, reports_what_does_not_fit_together) {
  EXPECT_EQ(problems_of({}).at(0).name, "DATABASE_URL");
  EXPECT_EQ(problems_of({{"DATABASE_URL", kUrl}, {"DB_POOL_MIN", "21"}}).at(0).name, "DB_POOL_MIN");
  EXPECT_EQ(problems_of({{"DATABASE_URL", kUrl}, {"DB_FEATURE_READ_REPLICAS", "true"}}).at(0).name,
            "READ_REPLICA_URLS");
  EXPECT_EQ(problems_of({{"DATABASE_URL", kUrl}, {"BACKUP_REMOTE_STORAGE", "true"}}).at(0).name,
            "BACKUP_STORAGE_BUCKET");
}

TEST(Config, refuses_to_do_without_tls_outside_development) {
  const std::string plain = kUrl + "?sslmode=disable";
  EXPECT_TRUE(problems_of({{"DATABASE_URL", plain}}).empty());
  const auto problems = problems_of({{"DATABASE_URL", plain}, {"DB_ENVIRONMENT", "staging"}});
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].value, "postgresql://ada:***@db/chanuka?sslmode=disable");
}

TEST(Config, describes_itself_without_secrets) {
  const std::string text =
      Config::from({{"DATABASE_URL", kUrl}, {"BACKUP_ENCRYPTION_KEY", "geheim"}}).describe();
  EXPECT_EQ(text.find("geheim"), std::string::npos) << text;
  EXPECT_NE(text.find("DATABASE_URL=postgresql://ada:***@db/chanuka\n"), std::string::npos) << text;
  EXPECT_NE(text.find("DB_POOL_MAX=20\n"), std::string::npos);
}

TEST(Config, what_it_describes_can_be_read_again) {
  const Config config = Config::from({{"DATABASE_URL", "host=db"}, {"DB_VALIDATION_HOURS", "1,2"}});
  EXPECT_EQ(Config::from({}, config.describe()).describe(), config.describe());
}

TEST(Config, every_setting_is_documented) {
  std::ifstream file{SCHEMAC_SOURCE_DIR "/docs/runtime.md"};
  const std::string text{std::istreambuf_iterator<char>{file}, {}};
  for (const config::Setting& setting : config::settings())
    EXPECT_NE(text.find("`" + std::string{setting.name} + "`"), std::string::npos) << setting.name;
}

TEST(Config, names_the_file_that_cannot_be_read) {
  ::setenv("DB_CONFIG_FILE", "/nowhere/settings", 1);
  try {
    (void)Config::from_environment();
    ADD_FAILURE();
  } catch (const ConfigError& error) {
    EXPECT_EQ(error.problems().at(0).value, "/nowhere/settings");
  }
  ::unsetenv("DB_CONFIG_FILE");
}

}  // namespace
}  // namespace schemac
