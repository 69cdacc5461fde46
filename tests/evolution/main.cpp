// schemac_evolutions DEFINITIONS…: random evolutions of definitions, each planned and proven on a scratch
// server. Exit status: 0 if all are proven, 1 if not, 2 for a wrong call.
#include <chrono>
#include <cxxopts.hpp>
#include <fstream>
#include <iostream>

#include "evolution.hpp"

namespace {

namespace fs = std::filesystem;
using namespace schemac::evolution;
using schemac::compiler::scratch::ScratchServer;

cxxopts::Options options() {
  cxxopts::Options all{"schemac_evolutions", "proves random evolutions of definitions"};
  auto add = all.add_options();
  add("folders", "of definitions: the first is completed by the others",
      cxxopts::value<std::vector<std::string>>());
  add("seed", "the first evolution's", cxxopts::value<std::uint32_t>()->default_value("1"));
  add("count", "how many: each has the next seed", cxxopts::value<std::uint32_t>()->default_value("20"));
  add("keep", "a folder for the scripts of what is not proven",
      cxxopts::value<std::string>()->default_value(""));
  all.parse_positional("folders");
  return all;
}

void keep(const fs::path& folder, const Outcome& outcome) {
  fs::create_directories(folder);
  std::ofstream{folder / "up.sql"} << outcome.up;
  std::ofstream{folder / "down.sql"} << outcome.down;
}

void report(std::uint32_t seed, const Outcome& outcome) {
  std::cout << "seed " << seed << (outcome.failures.empty() ? ": proven" : ": NOT proven") << '\n';
  for (const std::string& edit : outcome.edits) std::cout << "  edit: " << edit << '\n';
  for (const std::string& note : outcome.notes) std::cout << "  note: " << note << '\n';
  for (const std::string& failure : outcome.failures) std::cout << "  " << failure << '\n';
  std::cout << std::flush;
}

int run(int argc, char** argv) {
  const cxxopts::ParseResult arguments = options().parse(argc, argv);
  if (arguments.count("folders") == 0) {
    std::cerr << options().help();
    return 2;
  }
  const auto folders = arguments["folders"].as<std::vector<std::string>>();
  Definitions definitions = Definitions::read(folders.front());
  for (std::size_t i = 1; i < folders.size(); ++i) definitions.merge(Definitions::read(folders[i]));
  ScratchServer server{{{"statement_timeout", "60000"}}};
  Evolutions evolutions{server, std::move(definitions), folders.front(), fs::path{server.folder()} / "work"};
  const auto first = arguments["seed"].as<std::uint32_t>();
  const auto count = arguments["count"].as<std::uint32_t>();
  const fs::path kept = arguments["keep"].as<std::string>();
  std::uint32_t failed = 0;
  for (std::uint32_t seed = first; seed < first + count; ++seed) {
    const Outcome outcome = evolutions.run(seed);
    failed += outcome.failures.empty() ? 0 : 1;
    report(seed, outcome);
    if (!outcome.failures.empty() && !kept.empty()) keep(kept / std::to_string(seed), outcome);
  }
  std::cout << count - failed << " of " << count << " evolutions from seed " << first << " proven\n";
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "schemac_evolutions: " << error.what() << '\n';
    return 2;
  }
}
