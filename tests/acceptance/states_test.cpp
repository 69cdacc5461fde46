// Two states of a database for each case in tests/cases/states: read, planned there and back, compared by
// pg_dump.
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
  for (const auto& step : steps) {
    try {
      connection.execute_script(step.sql);
    } catch (const Error& error) {
      ADD_FAILURE() << error.what() << "\n" << step.sql;
    }
  }
  return script;
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
  old.run_sql_file(GetParam() / "old.sql");
  wanted.run_sql_file(GetParam() / "new.sql");
  const std::string dump_old = settled(old.dump());
  const std::string dump_new = settled(wanted.dump());
  ASSERT_NE(dump_old, dump_new);
  const Introspection from = read(old);
  const Introspection to = read(wanted);
  EXPECT_TRUE(from.unknown.empty()) << from.unknown.front();
  EXPECT_TRUE(to.unknown.empty()) << to.unknown.front();

  const std::string up = migrate(old, from.model, to.model);
  EXPECT_EQ(settled(old.dump()), dump_new) << up;
  EXPECT_TRUE(compiler::diff::diff(read(old).model, to.model).empty()) << up;
  const std::string down = migrate(old, to.model, from.model);
  EXPECT_EQ(settled(old.dump()), dump_old) << down;

  const compiler::model::Model nothing = read(empty).model;
  const std::string made = migrate(empty, nothing, to.model);
  EXPECT_EQ(settled(empty.dump()), dump_new) << made;
  const std::string gone = migrate(empty, to.model, nothing);
  EXPECT_TRUE(compiler::diff::diff(read(empty).model, nothing).empty()) << gone;
}

INSTANTIATE_TEST_SUITE_P(Cases, States, ::testing::ValuesIn(cases()),
                         [](const auto& info) { return info.param.filename().string(); });

}  // namespace
}  // namespace schemac::testing
