// `schemactl health`: its command line.
#include <cxxopts.hpp>
#include <iostream>

#include "command.hpp"
#include "health.hpp"

namespace schemac::ops {

int run_health(int argc, char** argv) {
  cxxopts::Options options{"schemactl health",
                           "Reaches the database, and shows what it is and how fast it answers.\n"};
  options.custom_help("[OPTION...]");
  options.add_options()("url", kUrlHelp, cxxopts::value<std::string>()->default_value(""), "URL")(
      "format", "human or json", cxxopts::value<std::string>()->default_value("human"), "FORMAT")(
      "h,help", "print this help");
  const cxxopts::ParseResult given = options.parse(argc, argv);
  if (given.count("help") > 0) {
    std::cout << options.help();
    return kDone;
  }
  if (!given.unmatched().empty())
    throw WrongUsage{"unexpected argument \"" + given.unmatched().front() + "\""};
  const bool json = wants_json(given["format"].as<std::string>());
  const Health found = check_health(database_url(given["url"].as<std::string>()));
  std::cout << (json ? as_json(found) : as_text(found));
  return found.healthy ? kDone : kDatabaseFailed;
}

}  // namespace schemac::ops
