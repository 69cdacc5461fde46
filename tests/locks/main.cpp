// schemac_locks CASES: plans changes of filled tables both ways, and runs them while the tables are in use.
// Without --timed it looks at what steps read under which locks; with it, other connections read and write,
// and the longest that one of them waits is measured. Exit status: 0 if nothing blocks that is not named, 1
// if something does, 2 for a wrong call.
#include <cxxopts.hpp>
#include <iomanip>
#include <iostream>

#include "inspection.hpp"
#include "lock_case.hpp"
#include "schemac/migrate.hpp"
#include "scratch/server.hpp"
#include "traffic.hpp"

namespace {

using namespace schemac::locks;
using schemac::compiler::scratch::ScratchServer;

constexpr double kMostMilliseconds = 100;
constexpr int kAttempts = 2;  // a machine has slow moments of its own
constexpr const char* kFilled = "filled";
constexpr const char* kTrial = "trial";
constexpr const char* kRead = "SELECT * FROM public.items WHERE id = (random() * 900)::integer + 1";
constexpr const char* kWrite =
    "UPDATE public.items SET size = size + 1 WHERE id = (random() * 900)::integer + 1";
constexpr const char* kWritePart =
    "UPDATE public.parts SET name = name WHERE id = (random() * 900)::integer + 1";

class Trials {
 public:
  Trials(const Cases& cases, long rows, bool timed) : rows_{rows}, timed_{timed} {
    server_.create_database(kFilled);
    server_.run_sql(kFilled, cases.schema);
    for (std::string statement : cases.fill) {
      if (const std::size_t at = statement.find(":rows"); at != std::string::npos)
        statement.replace(at, 5, std::to_string(rows));
      server_.run_sql(kFilled, statement);
    }
    server_.run_sql(kFilled, "VACUUM ANALYZE");
  }

  /// Whether nothing blocks that is not named, both ways.
  bool run(const LockCase& one) {
    server_.run_sql("postgres", std::string{"CREATE DATABASE "} + kTrial + " TEMPLATE " + kFilled +
                                    " STRATEGY FILE_COPY");
    const bool up = try_way(one, "up", one.migration.up);
    const bool down = try_way(one, "down", one.migration.down);
    server_.drop_database(kTrial);
    return up && down;
  }

 private:
  bool try_way(const LockCase& one, const std::string& way, const std::string& script) {
    return timed_ ? time(one, way, script) : inspect(one, way, script);
  }

  bool inspect(const LockCase& one, const std::string& way, const std::string& script) {
    const auto found = blocking_scans(server_.connection_string(kTrial), script, rows_);
    for (const std::string& scan : found) std::cout << one.name << ", " << way << ": " << scan << '\n';
    return found.empty();
  }

  bool time(const LockCase& one, const std::string& way, const std::string& script) {
    const std::string url = server_.connection_string(kTrial);
    Traffic reader{url, kRead};
    Traffic writer{url, kWrite};
    Traffic other_writer{url, kWritePart};
    if (way == "up")
      schemac::migrate::up(url, {one.migration});
    else
      schemac::migrate::down(url, {one.migration});
    const double read = reader.stop();
    const double write = std::max(writer.stop(), other_writer.stop());
    const bool named = names_a_block(script);
    std::cout << std::fixed << std::setprecision(1) << std::setw(8) << read << std::setw(8) << write
              << (named ? "  named    " : "           ") << one.name << ", " << way << std::endl;
    return named || std::max(read, write) <= kMostMilliseconds;
  }

  long rows_;
  bool timed_;
  ScratchServer server_;
};

int run(int argc, char** argv) {
  cxxopts::Options all{"schemac_locks", "runs plans on tables that are in use"};
  auto add = all.add_options();
  add("cases", "cases.json", cxxopts::value<std::string>());
  add("rows", "how many a table has", cxxopts::value<long>()->default_value("1000"));
  add("only", "changes whose name holds this", cxxopts::value<std::string>()->default_value(""));
  add("timed", "measure how long others wait, in milliseconds");
  all.parse_positional("cases");
  const auto arguments = all.parse(argc, argv);
  if (arguments.count("cases") == 0) {
    std::cerr << all.help();
    return 2;
  }
  const Cases cases = read_cases(arguments["cases"].as<std::string>());
  const bool timed = arguments.count("timed") != 0;
  Trials trials{cases, arguments["rows"].as<long>(), timed};
  int failed = 0;
  if (timed) std::cout << "    read   write\n";
  for (const LockCase& one : cases.changes) {
    if (one.name.find(arguments["only"].as<std::string>()) == std::string::npos) continue;
    bool passed = false;
    for (int i = 0; !passed && i < (timed ? kAttempts : 1); ++i) passed = trials.run(one);
    failed += passed ? 0 : 1;
    if (!passed) std::cout << one.name << ": blocks, and names no hazard\n";
  }
  std::cout << failed << " of " << cases.changes.size() << " changes block and do not say so\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "schemac_locks: " << error.what() << '\n';
    return 2;
  }
}
