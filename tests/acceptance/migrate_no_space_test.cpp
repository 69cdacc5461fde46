// The server's disk gets full while a step runs: nothing of the step stays, the message says what to do, and
// the same run goes on when there is room.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "support/migrate_test.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;

constexpr const char* kUp = R"(-- schemac script 1

-- step 1 of 3: make a table, and fill it
BEGIN;
CREATE TABLE public.t (id integer, word text);
INSERT INTO public.t SELECT n, repeat('x', 200) FROM generate_series(1, 2000) n;
COMMIT;

-- step 2 of 3: build an index beside the running program
-- no transaction
-- probe: SELECT CASE WHEN i.indexrelid IS NULL THEN 'absent' WHEN i.indisvalid THEN 'done' ELSE 'partial' END FROM (SELECT to_regclass('public.t_id_idx') AS oid) AS named LEFT JOIN pg_index AS i ON i.indexrelid = named.oid
-- repair: DROP INDEX CONCURRENTLY IF EXISTS public.t_id_idx
CREATE INDEX CONCURRENTLY t_id_idx ON public.t (id);

-- step 3 of 3: write every row anew
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE bigint;
COMMIT;
)";

constexpr const char* kDown = R"(-- schemac script 1

-- step 1 of 2: write every row anew
BEGIN;
ALTER TABLE public.t ALTER COLUMN id TYPE integer;
COMMIT;

-- step 2 of 2: drop it
BEGIN;
DROP TABLE public.t;
COMMIT;
)";

/// The disk is full from the moment at which a step begins until this ends.
class FullDisk final : public migrate::Observer {
 public:
  FullDisk(std::string flag, std::size_t step) : flag_{std::move(flag)}, step_{step} {}
  ~FullDisk() override { fs::remove(flag_); }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

  void begun(const migrate::StepPlace& step) override {
    if (step.number == step_) std::ofstream{flag_} << '\n';
  }

 private:
  std::string flag_;
  std::size_t step_;
};

class MigrateNoSpace : public ::testing::Test {
 protected:
  /// The server, which starts with the first database, gets the library that stands for the disk.
  static void SetUpTestSuite() {
    fs::copy(SCHEMAC_NO_SPACE_LIBRARY, folder().file("no_space.so"));
    ::setenv("SCHEMAC_NO_SPACE", flag().c_str(), 1);
    ::setenv("LD_PRELOAD", folder().file("no_space.so").c_str(), 1);
    server();
    ::unsetenv("LD_PRELOAD");
  }

  static MigrationFolder& folder() {
    static MigrationFolder folder{{}};
    return folder;
  }
  static std::string flag() { return folder().file("full"); }

  void expect_refusal(const MigrationError& error, const std::string& step) {
    const std::string message = error.what();
    EXPECT_EQ(error.sqlstate(), "53100") << message;
    for (const std::string& part : {step, std::string{"No space left on device"},
                                    std::string{"make room on the server, and run again"}})
      EXPECT_NE(message.find(part), std::string::npos) << message;
  }

  std::string rows() { return database_.run_sql("SELECT count(*), pg_typeof(min(id)) FROM public.t"); }

  TestDatabase database_;
  std::vector<migrate::Migration> all_ = {migration("20260101000000", "fill", kUp, kDown)};
};

TEST_F(MigrateNoSpace, a_step_of_up_is_undone_and_goes_on_when_there_is_room) {
  for (const std::size_t step : {1U, 2U, 3U}) {
    {
      FullDisk disk{flag(), step};
      expect_refusal(caught<MigrationError>([&] { migrate::up(database_.url(), all_, {.observer = &disk}); }),
                     "step " + std::to_string(step) + " of 3");
      const migrate::Entry entry = migrate::status(database_.url(), all_).entries.at(0);
      EXPECT_EQ(entry.steps_done, static_cast<int>(step) - 1);
    }
    migrate::up(database_.url(), all_);
    EXPECT_EQ(rows(), "2000|bigint\n");
    migrate::down(database_.url(), all_);
  }
}

TEST_F(MigrateNoSpace, a_step_of_down_is_undone_and_goes_on_when_there_is_room) {
  migrate::up(database_.url(), all_);
  {
    FullDisk disk{flag(), 1};
    expect_refusal(caught<MigrationError>([&] { migrate::down(database_.url(), all_, {.observer = &disk}); }),
                   "step 1 of 2");
  }
  EXPECT_EQ(rows(), "2000|bigint\n");
  migrate::down(database_.url(), all_);
  EXPECT_EQ(database_.run_sql("SELECT to_regclass('public.t') IS NULL"), "t\n");
}

}  // namespace
}  // namespace schemac::testing
