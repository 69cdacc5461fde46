// schemac_corpus FOLDER…: runs pairs of schema states through `schemac diff`, applies the scripts up and down
// on a scratch server with rows in the tables, and reports what did not come out as asked for. Exit status: 0
// if both directions reach --at-least, 1 if not, 2 for a wrong call.
#include <unistd.h>

#include <atomic>
#include <cxxopts.hpp>
#include <fstream>
#include <iostream>
#include <mutex>
#include <sstream>
#include <thread>

#include "report.hpp"

namespace {

namespace fs = std::filesystem;
using namespace schemac::corpus;
using schemac::compiler::scratch::ScratchServer;

cxxopts::Options options() {
  cxxopts::Options all{"schemac_corpus", "runs pairs of schema states through schemac diff"};
  auto add = all.add_options();
  add("folders", "of cases, of histories", cxxopts::value<std::vector<std::string>>());
  add("schemac", "the compiler", cxxopts::value<std::string>()->default_value("schemac"));
  add("fingerprint", "the observer; else fingerprint.sql in or above a folder",
      cxxopts::value<std::string>());
  add("only", "cases whose suite/name holds this", cxxopts::value<std::string>()->default_value(""));
  add("jobs", "how many servers", cxxopts::value<unsigned>()->default_value("2"));
  add("keep", "a folder for the scripts", cxxopts::value<std::string>()->default_value(""));
  add("json", "a file for the report", cxxopts::value<std::string>());
  add("at-least", "percent of the cases", cxxopts::value<double>()->default_value("100"));
  all.parse_positional("folders");
  return all;
}

std::string read_fingerprint(const cxxopts::ParseResult& arguments, const std::vector<std::string>& folders) {
  std::vector<fs::path> places;
  if (arguments.count("fingerprint") != 0) places.emplace_back(arguments["fingerprint"].as<std::string>());
  for (const std::string& folder : folders) {
    for (const char* up : {"", "..", "../.."}) places.push_back(fs::path{folder} / up / "fingerprint.sql");
  }
  for (const fs::path& place : places) {
    std::ifstream file{place};
    std::ostringstream text;
    if (file && text << file.rdbuf()) return text.str();
  }
  throw std::runtime_error{"there is no fingerprint.sql in or above the folders: name it with --fingerprint"};
}

std::vector<Tried> cases_of(const std::vector<std::string>& folders, const std::string& only) {
  std::vector<Tried> all;
  for (const std::string& folder : folders) {
    for (Case& found : find_cases(folder)) {
      if ((found.suite + "/" + found.name).find(only) != std::string::npos)
        all.push_back({std::move(found), {}});
    }
  }
  return all;
}

/// Each thread has a server of its own and takes the next case that nobody has.
void try_all(std::vector<Tried>& all, unsigned jobs, const TrialSettings& settings) {
  std::atomic<std::size_t> next{0};
  std::atomic<std::size_t> done{0};
  std::mutex printing;
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  const auto work = [&] {
    ScratchServer server{{{"statement_timeout", "60000"}, {"log_min_messages", "fatal"}}};
    for (std::size_t i = next++; i < all.size(); i = next++) {
      all[i].outcome = try_case(server, all[i].tried, settings);
      if (!terminal) continue;
      const std::lock_guard lock{printing};
      std::cerr << '\r' << ++done << " of " << all.size() << std::flush;
    }
  };
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work);
  for (std::thread& thread : threads) thread.join();
  if (terminal) std::cerr << '\n';
}

int run(int argc, char** argv) {
  const cxxopts::ParseResult arguments = options().parse(argc, argv);
  if (arguments.count("folders") == 0) {
    std::cerr << options().help();
    return 2;
  }
  const auto folders = arguments["folders"].as<std::vector<std::string>>();
  TrialSettings settings;
  settings.schemac = fs::absolute(arguments["schemac"].as<std::string>());
  settings.fingerprint = read_fingerprint(arguments, folders);
  const auto keep = arguments["keep"].as<std::string>();
  if (!keep.empty()) settings.keep = fs::absolute(keep);
  std::vector<Tried> all = cases_of(folders, arguments["only"].as<std::string>());
  try_all(all, arguments["jobs"].as<unsigned>(), settings);
  print_report(all, std::cout);
  if (arguments.count("json") != 0) std::ofstream{arguments["json"].as<std::string>()} << json_report(all);
  return worst_share(all) >= arguments["at-least"].as<double>() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "schemac_corpus: " << error.what() << '\n';
    return 2;
  }
}
