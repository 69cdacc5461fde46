// What a program does at its start about the migrations that it was built with, and databases for tests.
#include <gtest/gtest.h>

#include <algorithm>

#include "chanuka/migrations.hpp"
#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "schemac/testing/scratch_database.hpp"
#include "schemac/trace_record.hpp"
#include "support/migrate_test.hpp"

namespace schemac {
namespace {

using testing::caught;
using testing::contains;
using testing::ScratchDatabase;

class StartupTest : public testing::MigrateTest {
 protected:
  Database open(MigrationPolicy policy) {
    Config config;
    config.database_url = database.url();
    config.pool.min = 1;
    config.migrations = policy;
    return Database::open(config, recorder, migrations);
  }

  bool heard(std::string_view line) const {
    const auto lines = recorder->lines();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& one) { return contains(one, line); });
  }

  void apply_first() { migrate::up(database.url(), {migrations.front()}); }

  std::shared_ptr<RecordingTracer> recorder = std::make_shared<RecordingTracer>();
};

TEST_F(StartupTest, does_not_start_on_a_database_that_lacks_migrations) {
  apply_first();
  const std::string error = caught<MigrationError>([&] { open(MigrationPolicy::check); }).what();
  EXPECT_TRUE(contains(error, "lacks 2 of the 3 migrations that this program was built with (" +
                                  std::string{testing::kIndex} + ", " + testing::kBody +
                                  "): run `schemactl migrate up`, or set DB_MIGRATIONS=apply"))
      << error;
  EXPECT_TRUE(heard("migrations: the database lacks 2"));
  EXPECT_EQ(states(), "applied pending pending") << "nothing was changed";
}

TEST_F(StartupTest, starts_where_all_are_there) {
  up_all();
  EXPECT_NO_THROW(open(MigrationPolicy::check));
  EXPECT_FALSE(heard("migrations: "));
}

TEST_F(StartupTest, starts_and_says_so_where_a_newer_program_has_been) {
  up_all();
  migrations.pop_back();
  EXPECT_NO_THROW(open(MigrationPolicy::check));
  EXPECT_TRUE(heard(std::string{"migrations: "} + testing::kBody));
}

TEST_F(StartupTest, warns_only_where_that_is_wanted) {
  EXPECT_NO_THROW(open(MigrationPolicy::warn));
  EXPECT_TRUE(heard("migrations: the database lacks 3"));
}

TEST_F(StartupTest, asks_nothing_where_that_is_wanted) {
  EXPECT_NO_THROW(open(MigrationPolicy::off));
  EXPECT_FALSE(heard("migrations: "));
}

TEST_F(StartupTest, says_what_a_role_lacks_that_may_not_read_the_ledger) {
  up_all();
  database.run_sql("DROP ROLE IF EXISTS humble; CREATE ROLE humble LOGIN");
  Config config;
  config.database_url = database.url() + " user=humble";
  const auto start = [&] { (void)Database::open(config, nullptr, migrations); };
  EXPECT_TRUE(contains(caught<MigrationError>(start).what(), "grant it USAGE on the schema schemac"));
  database.run_sql("GRANT USAGE ON SCHEMA schemac TO humble; GRANT SELECT ON schemac.migrations TO humble");
  EXPECT_NO_THROW(start());
}

TEST_F(StartupTest, brings_the_migrations_where_that_is_wanted) {
  apply_first();
  EXPECT_NO_THROW(open(MigrationPolicy::apply));
  EXPECT_EQ(states(), "applied applied applied");
  EXPECT_TRUE(heard(std::string{"migrated "} + testing::kIndex + "/up.sql"));
  EXPECT_FALSE(heard(std::string{"migrated "} + testing::kNotes));
}

TEST_F(StartupTest, tells_of_a_migration_that_fails) {
  migrations = {testing::migration("20260101000000", "wrong", "BEGIN;\nSELECT 1 / 0;\nCOMMIT;\n")};
  EXPECT_THROW(open(MigrationPolicy::apply), MigrationError);
  EXPECT_TRUE(heard("division by zero"));
}

TEST(EmbeddedMigrations, are_those_of_the_folder) {
  const auto folder = migrate::read_folder(SCHEMAC_SOURCE_DIR "/generated/migrations");
  ASSERT_EQ(chanuka::migrations().size(), folder.size());
  for (std::size_t i = 0; i < folder.size(); ++i) {
    const migrate::Migration& embedded = chanuka::migrations()[i];
    EXPECT_EQ(embedded.folder(), folder[i].folder());
    EXPECT_EQ(embedded.up, folder[i].up);
    EXPECT_EQ(embedded.down, folder[i].down);
    EXPECT_EQ(embedded.change, folder[i].change);
  }
}

TEST(ScratchDatabases, are_empty_apart_from_each_other_and_gone_at_the_end) {
  std::string url;
  {
    ScratchDatabase one{testing::server().connection_string()};
    ScratchDatabase other{testing::server().connection_string()};
    one.run_file(SCHEMAC_SOURCE_DIR "/generated/schema.sql");
    EXPECT_NO_THROW(Connection{one.url()}.execute("SELECT count(*) FROM public.bills"));
    EXPECT_THROW(Connection{other.url()}.execute("SELECT count(*) FROM public.bills"), QueryError);
    url = one.url();
  }
  EXPECT_TRUE(contains(caught<ConnectionError>([&] { Connection{url}; }).what(), "does not exist"));
}

TEST(ScratchDatabases, take_urls_and_say_what_they_need) {
  const std::string folder = testing::server().folder();
  ScratchDatabase given{"postgresql:///postgres?user=postgres&host=" + folder};
  EXPECT_NO_THROW(Connection{given.url()}.execute("SELECT 1"));
  EXPECT_TRUE(contains(caught<UsageError>([] { ScratchDatabase{}; }).what(), "set SCHEMAC_TEST_URL"));
}

}  // namespace
}  // namespace schemac
