// schemactl: the operator's program. Arguments to a command; exit 0 done, 4 the database cannot be reached or
// refuses, 64 wrong usage.
#include <cstdlib>
#include <cxxopts.hpp>
#include <iostream>
#include <string>

#include "health.hpp"

namespace schemac::ops {
namespace {

constexpr int kDone = 0;
constexpr int kDatabaseFailed = 4;
constexpr int kWrongUsage = 64;

cxxopts::Options make_options() {
  cxxopts::Options options{"schemactl",
                           "Operates a PostgreSQL database.\n\nCommands:\n  health   reach the database, "
                           "show what it is and how fast it answers\n"};
  options.positional_help("COMMAND").custom_help("[OPTION...]");
  options.add_options()("url",
                        "connection string; better in DATABASE_URL, since arguments show in process lists",
                        cxxopts::value<std::string>())("format", "human or json",
                                                       cxxopts::value<std::string>()->default_value("human"))(
      "h,help", "print this help")("version", "print the version");
  options.add_options("internal")("command", "", cxxopts::value<std::string>());
  options.parse_positional({"command"});
  return options;
}

int wrong_usage(const std::string& message) {
  std::cerr << "schemactl: " << message << "\nTry: schemactl --help\n";
  return kWrongUsage;
}

int health(const cxxopts::ParseResult& given) {
  const char* environment = std::getenv("DATABASE_URL");
  if (given.count("url") == 0 && (environment == nullptr || *environment == '\0'))
    return wrong_usage("health needs --url or DATABASE_URL");
  std::string format = given["format"].as<std::string>();
  if (format != "human" && format != "json")
    return wrong_usage("--format is human or json, not \"" + format + "\"");
  Health found = check_health(given.count("url") > 0 ? given["url"].as<std::string>() : environment);
  std::cout << (format == "json" ? as_json(found) : as_text(found));
  return found.healthy ? kDone : kDatabaseFailed;
}

int run(int argc, char** argv) {
  cxxopts::Options options = make_options();
  cxxopts::ParseResult given = options.parse(argc, argv);
  if (given.count("help") > 0) std::cout << options.help({""});
  if (given.count("version") > 0) std::cout << "schemactl " SCHEMAC_VERSION "\n";
  if (given.count("help") + given.count("version") > 0) return kDone;
  if (!given.unmatched().empty())
    return wrong_usage("unexpected argument \"" + given.unmatched().front() + "\"");
  if (given.count("command") == 0) return wrong_usage("a command is missing");
  std::string command = given["command"].as<std::string>();
  if (command == "health") return health(given);
  return wrong_usage("there is no command \"" + command + "\"");
}

}  // namespace
}  // namespace schemac::ops

int main(int argc, char** argv) {
  try {
    return schemac::ops::run(argc, argv);
  } catch (const cxxopts::exceptions::exception& error) {
    return schemac::ops::wrong_usage(error.what());
  } catch (const std::exception& error) {
    std::cerr << "schemactl: " << error.what() << '\n';
    return 1;
  }
}
