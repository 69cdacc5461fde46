// schemactl: the operator's program. The first argument is the command, which reads the others. Exit 0 done,
// 2 differences found, 4 the database cannot be reached or refuses, 64 wrong usage.
#include <algorithm>
#include <cstdlib>
#include <cxxopts.hpp>
#include <iostream>
#include <string>

#include "command.hpp"
#include "schemac/error.hpp"

namespace schemac::ops {
namespace {

constexpr Command kCommands[] = {
    {"health", "reach the database, show what it is and how fast it answers", run_health},
    {"migrate", "bring the database to a version of its migrations, or say what would", run_migrate},
};

void print_help() {
  std::cout << "Operates a PostgreSQL database.\nUsage: schemactl COMMAND [OPTION...]\n\nCommands:\n";
  for (const Command& command : kCommands)
    std::cout << "  " << command.name << std::string(10 - command.name.size(), ' ') << command.summary
              << '\n';
  std::cout
      << "\n`schemactl COMMAND --help` tells a command's options; `schemactl --version` its version.\n"
         "Exit status: 0 done, 2 differences found, 4 the database cannot be reached or refuses, 64 wrong "
         "usage\n";
}

int run(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "";
  if (name == "--help" || name == "-h") return print_help(), kDone;
  if (name == "--version") {
    std::cout << "schemactl " SCHEMAC_VERSION "\n";
    return kDone;
  }
  const auto* command = std::find_if(std::begin(kCommands), std::end(kCommands),
                                     [&](const Command& one) { return one.name == name; });
  if (name.empty()) throw WrongUsage{"a command is missing"};
  if (command == std::end(kCommands)) throw WrongUsage{"there is no command \"" + name + "\""};
  return command->run(argc - 1, argv + 1);
}

int wrong_usage(const std::string& message) {
  std::cerr << "schemactl: " << message << "\nTry: schemactl --help\n";
  return kWrongUsage;
}

}  // namespace

std::string database_url(const std::string& given) {
  const char* environment = std::getenv("DATABASE_URL");
  if (!given.empty()) return given;
  if (environment == nullptr || *environment == '\0') throw WrongUsage{"this needs --url or DATABASE_URL"};
  return environment;
}

bool wants_json(const std::string& format) {
  if (format != "human" && format != "json")
    throw WrongUsage{"--format is human or json, not \"" + format + "\""};
  return format == "json";
}

}  // namespace schemac::ops

int main(int argc, char** argv) {
  try {
    return schemac::ops::run(argc, argv);
  } catch (const schemac::ops::WrongUsage& error) {
    return schemac::ops::wrong_usage(error.what());
  } catch (const cxxopts::exceptions::exception& error) {
    return schemac::ops::wrong_usage(error.what());
  } catch (const schemac::Error& error) {
    std::cerr << "schemactl: " << error.what() << '\n';
    return schemac::ops::kDatabaseFailed;
  } catch (const std::exception& error) {
    std::cerr << "schemactl: " << error.what() << '\n';
    return 1;
  }
}
