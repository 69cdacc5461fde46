// The two sides are loaded once each and stay as they are; what is applied to is a copy of one, filled with
// rows. A script that names a hazard may fail because of rows: it is tried again with fewer, and at last with
// none.
#include "trial.hpp"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <sstream>
#include <string_view>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "scratch/process.hpp"
#include "support/line_diff.hpp"
#include "verify/judge.hpp"
#include "verify/row_maker.hpp"

namespace schemac::corpus {
namespace {

namespace fs = std::filesystem;
namespace verify = compiler::verify;
using compiler::scratch::ScratchServer;

constexpr const char* kOld = "c_old";
constexpr const char* kNew = "c_new";
constexpr const char* kWork = "c_work";
constexpr std::uint32_t kRows = 3;
constexpr std::size_t kDetail = 1500;

std::string read_text(const fs::path& path) {
  std::ifstream file{path, std::ios::binary};
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

/// The observer prints a hash of its lines; ours is the same query with the lines themselves. From 15.20 on
/// the server keeps a number of its own, which no two tables share, among a column's options: it is left out.
std::string lines_query(const std::string& fingerprint) {
  std::string query =
      fingerprint.substr(0, fingerprint.rfind("select md5(")) + "select l from x order by l collate \"C\"";
  constexpr std::string_view kOptions = " attoptions,";
  const std::size_t at = query.find(kOptions);
  if (at != std::string::npos)
    query.replace(at, kOptions.size(),
                  " (select array_agg(o) from unnest(attoptions) o where o not like 'pg_attver=%'),");
  return query;
}

/// The changed lines of a unified diff, shortened.
std::string changes_of(const std::string& difference) {
  std::istringstream lines{difference};
  std::string changes;
  for (std::string line; std::getline(lines, line) && changes.size() < kDetail;) {
    const bool change = line.starts_with('-') || line.starts_with('+');
    if (change && !line.starts_with("--- a/") && !line.starts_with("+++ b/"))
      changes += line.substr(0, 300) + "\n";
  }
  return changes;
}

std::set<std::string> hazards_of(const std::string& script) {
  constexpr std::string_view kMark = "-- hazard SC";
  std::set<std::string> codes;
  for (std::size_t at = script.find(kMark); at != std::string::npos; at = script.find(kMark, at + 1)) {
    const std::size_t begin = at + kMark.size() - 2;
    codes.insert(script.substr(begin, script.find_first_not_of("0123456789", begin + 2) - begin));
  }
  return codes;
}

/// Nothing but comments, settings and empty lines; a file that is not there has no statement either.
bool has_no_statement(const fs::path& script) {
  std::istringstream lines{read_text(script)};
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty() && !line.starts_with("--") && !line.starts_with("SET ")) return false;
  }
  return true;
}

class Trial {
 public:
  Trial(ScratchServer& server, const Case& tried, const TrialSettings& settings)
      : server_{server},
        case_{tried},
        settings_{settings},
        admin_{server.connection_string("postgres")},
        folder_{settings.keep.empty() ? fs::path{server.folder()} / "plan"
                                      : settings.keep / tried.suite / tried.name} {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  ~Trial() {
    try {
      clean();
    } catch (const std::exception&) {  // the next trial fails then, and says why
    }
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;

  void run(Outcome& outcome) {
    load(outcome);
    if (!outcome.load_error.empty()) return;
    const std::string old_lines = lines(kOld);
    const bool equal = case_.same || old_lines == lines(kNew);
    if (plan(equal, outcome)) try_both(outcome);
  }

 private:
  void load(Outcome& outcome) {
    for (const std::string& role : case_.roles) admin_.execute("CREATE ROLE \"" + role + "\"");
    try {
      create(kOld, "template0");
      server_.run_sql_file(kOld, case_.old_sql);
      create(kNew, "template0");
      server_.run_sql_file(kNew, case_.new_sql);
    } catch (const compiler::scratch::ScratchError& error) {
      outcome.load_error = error.what();
    }
  }

  void create(const char* name, const char* from) {
    admin_.execute(std::string{"CREATE DATABASE "} + name + " TEMPLATE " + from);
  }
  void drop(const char* name) {
    admin_.execute(std::string{"DROP DATABASE IF EXISTS "} + name + " WITH (FORCE)");
  }

  void clean() {
    for (const char* name : {kOld, kNew, kWork}) drop(name);
    admin_.execute(
        "DO $$ DECLARE r name; BEGIN FOR r IN SELECT rolname FROM pg_roles WHERE oid >= 16384 LOOP "
        "EXECUTE format('DROP ROLE %I', r); END LOOP; END $$");
  }

  std::string lines(const char* database) {
    Connection connection{server_.connection_string(database)};
    connection.execute("SET search_path = pg_catalog");
    const Result result = connection.execute(lines_query(settings_.fingerprint));
    std::string text;
    for (int i = 0; i < result.rows(); ++i)
      text += RowReader{result, i}.next<std::optional<std::string>>().value_or("(null)") + "\n";
    return text;
  }

  /// Whether there are two scripts to try.
  bool plan(bool equal, Outcome& outcome) {
    const compiler::scratch::Finished finished = compiler::scratch::run(
        {"timeout", "120", settings_.schemac, "diff", "--from", server_.connection_string(kOld), "--to",
         server_.connection_string(kNew), "--out", folder_.string()},
        folder_.string());
    const bool empty = has_no_statement(folder_ / "up.sql") && has_no_statement(folder_ / "down.sql");
    Direction both;
    if (finished.status != 0 && finished.status != 2)
      both = {Cause::no_plan, finished.errors.substr(0, kDetail), {}, 0};
    else if (equal && (finished.status == 2 || !empty))
      both = {Cause::not_empty, read_text(folder_ / "up.sql").substr(0, kDetail), {}, 0};
    else if (!equal && finished.status == 0)
      both = {
          Cause::nothing, changes_of(compiler::support::unified_diff("", lines(kOld), lines(kNew))), {}, 0};
    outcome.up = both;
    outcome.down = both;
    return both.cause == Cause::none && !equal;
  }

  void try_both(Outcome& outcome) {
    const auto up = [&](std::uint32_t rows) {
      start_from(kOld, rows, outcome);
      return apply("up.sql", kNew);
    };
    const auto down_again = [&](std::uint32_t rows) {
      if (rows != outcome.up.rows) up(rows);
      return apply("down.sql", kOld);
    };
    const auto down_alone = [&](std::uint32_t rows) {
      start_from(kNew, rows, outcome);
      return apply("down.sql", kOld);
    };
    outcome.up = with_fewer_rows(kRows, up);
    outcome.down = outcome.up.cause == Cause::none ? with_fewer_rows(outcome.up.rows, down_again)
                                                   : with_fewer_rows(kRows, down_alone);
  }

  static Direction with_fewer_rows(std::uint32_t rows,
                                   const std::function<Direction(std::uint32_t)>& attempt) {
    Direction direction;
    for (;; rows /= 2) {
      direction = attempt(rows);
      direction.rows = rows;
      if (direction.cause != Cause::refused || direction.hazards.empty() || rows == 0) break;
    }
    if (direction.cause != Cause::refused || rows == 0) return direction;
    if (attempt(0).cause == Cause::none) direction.detail = "(not without rows) " + direction.detail;
    return direction;
  }

  void start_from(const char* side, std::uint32_t rows, Outcome& outcome) {
    drop(kWork);
    create(kWork, side);
    outcome.empty_tables.clear();
    if (rows == 0) return;
    for (const verify::FilledTable& table : verify::make_rows(server_.connection_string(kWork), rows))
      if (table.rows == 0) outcome.empty_tables.push_back(table.name + ": " + table.reason);
  }

  verify::Contents contents() {
    Connection connection{server_.connection_string(kWork), {.prepared_statements = 0}};
    return verify::read_contents(connection);
  }

  Direction apply(const char* script, const char* target) {
    Direction direction;
    direction.hazards = hazards_of(read_text(folder_ / script));
    const verify::Contents before = contents();
    try {
      server_.run_sql_file(kWork, folder_ / script);
    } catch (const compiler::scratch::ScratchError& error) {
      direction.cause = Cause::refused;
      direction.detail = std::string{error.what()}.substr(0, kDetail);
      return direction;
    }
    compare(before, target, direction);
    return direction;
  }

  void compare(const verify::Contents& before, const char* target, Direction& direction) {
    const std::string seen = compiler::support::unified_diff("", lines(target), lines(kWork));
    if (!seen.empty()) return set(direction, Cause::fingerprint, changes_of(seen));
    const std::string judged = verify::judge(server_, target, kWork);
    if (!judged.empty()) return set(direction, Cause::dump, changes_of(judged));
    for (const verify::Loss& loss : verify::losses(before, contents())) {
      const bool again = loss.kind == verify::Loss::Kind::recreated;
      return set(direction, again ? Cause::recreated : Cause::rows, loss.what);
    }
  }

  static void set(Direction& direction, Cause cause, const std::string& detail) {
    direction.cause = cause;
    direction.detail = detail;
  }

  ScratchServer& server_;
  const Case& case_;
  const TrialSettings& settings_;
  Connection admin_;
  fs::path folder_;  // of the two scripts
};

}  // namespace

std::string_view name(Cause cause) {
  switch (cause) {
    case Cause::none:
      return "passed";
    case Cause::no_plan:
      return "diff failed";
    case Cause::not_empty:
      return "not empty";
    case Cause::nothing:
      return "nothing found";
    case Cause::refused:
      return "script failed";
    case Cause::fingerprint:
      return "other fingerprint";
    case Cause::dump:
      return "other dump";
    case Cause::recreated:
      return "re-created";
    case Cause::rows:
      return "rows lost";
    case Cause::error:
      return "trial failed";
  }
  return {};
}

Outcome try_case(ScratchServer& server, const Case& tried, const TrialSettings& settings) {
  const auto start = std::chrono::steady_clock::now();
  Outcome outcome;
  try {
    Trial{server, tried, settings}.run(outcome);
  } catch (const std::exception& error) {
    for (Direction* direction : {&outcome.up, &outcome.down})
      if (direction->cause == Cause::none) *direction = {Cause::error, error.what(), {}, 0};
  }
  outcome.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return outcome;
}

}  // namespace schemac::corpus
