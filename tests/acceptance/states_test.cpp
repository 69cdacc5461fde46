// Two states of a database for each case in tests/cases/states: read, planned there and back, compared by
// pg_dump. What stands in base.sql is there from the beginning, and rows with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "diff/diff.hpp"
#include "driver/registry.hpp"
#include "introspect/introspect.hpp"
#include "plan/plan.hpp"
#include "plan/script.hpp"
#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "support/files.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

namespace fs = std::filesystem;
using compiler::introspect::Introspection;

std::vector<fs::path> cases() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(SCHEMAC_SOURCE_DIR "/tests/cases/states"))
    found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

Introspection read(const TestDatabase& database) {
  Connection connection(database.url());
  return compiler::introspect::introspect(connection, compiler::driver::vocabulary().kinds);
}

/// What leads from the one to the other, executed on `database`; returns the script.
std::string migrate(TestDatabase& database, const compiler::model::Model& from,
                    const compiler::model::Model& to) {
  const auto steps =
      compiler::plan::plan(from, to, compiler::diff::diff(from, to), compiler::driver::vocabulary().kinds);
  const std::string script = compiler::plan::to_sql(steps);
  Connection connection(database.url());
  const auto answers = [&](const std::string& query, const std::string& expected) {
    if (query.empty()) return;
    EXPECT_EQ(database.run_sql(query), expected + "\n") << query;
  };
  for (const auto& step : steps) {
    try {
      answers(step.precondition, "t");
      answers(step.probe, "absent");
      connection.execute_script(step.sql);
      answers(step.probe, "done");
    } catch (const Error& error) {
      ADD_FAILURE() << error.what() << "\n" << step.sql;
    }
  }
  return script;
}

void load(TestDatabase& database, const fs::path& file) {
  const fs::path base = file.parent_path() / "base.sql";
  if (fs::exists(base)) database.run_sql_file(base);
  if (file.filename() != base.filename()) database.run_sql_file(file);
}

/// The dump with neighbouring grants in the order of the alphabet: it has them in the order in which they
/// were made.
std::string settled(const std::string& dump) {
  std::vector<std::string> lines;
  std::istringstream in(dump);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  const auto is_grant = [](const std::string& line) { return line.starts_with("GRANT "); };
  for (auto from = lines.begin(); from != lines.end();) {
    from = std::find_if(from, lines.end(), is_grant);
    const auto to = std::find_if_not(from, lines.end(), is_grant);
    std::sort(from, to);
    from = to;
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

class States : public ::testing::TestWithParam<fs::path> {};

TEST_P(States, lead_to_each_other) {
  TestDatabase empty;
  TestDatabase old;
  TestDatabase wanted;
  load(empty, GetParam() / "base.sql");
  load(old, GetParam() / "old.sql");
  load(wanted, GetParam() / "new.sql");
  const std::string dump_old = settled(old.dump());
  const std::string dump_new = settled(wanted.dump());
  ASSERT_NE(dump_old, dump_new);
  const Introspection from = read(old);
  const Introspection to = read(wanted);
  const Introspection base = read(empty);
  EXPECT_EQ(from.unknown, base.unknown);
  EXPECT_EQ(to.unknown, base.unknown);

  const std::string up = migrate(old, from.model, to.model);
  EXPECT_EQ(settled(old.dump()), dump_new) << up;
  EXPECT_TRUE(compiler::diff::diff(read(old).model, to.model).empty()) << up;
  const std::string down = migrate(old, to.model, from.model);
  EXPECT_EQ(settled(old.dump()), dump_old) << down;

  const compiler::model::Model& nothing = base.model;
  const std::string made = migrate(empty, nothing, to.model);
  EXPECT_EQ(settled(empty.dump()), dump_new) << made;
  const std::string gone = migrate(empty, to.model, nothing);
  EXPECT_TRUE(compiler::diff::diff(read(empty).model, nothing).empty()) << gone;
}

INSTANTIATE_TEST_SUITE_P(Cases, States, ::testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.filename().string(); });

}  // namespace
}  // namespace schemac::testing
