// A command of schemactl: the arguments after its name, and the exit status.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace schemac::ops {

// Exit statuses, as scripts see them.
inline constexpr int kDone = 0;
inline constexpr int kDifferences = 2;
inline constexpr int kDatabaseFailed = 4;
inline constexpr int kWrongUsage = 64;

/// The command line is not understood; main prints the message and exits with kWrongUsage.
struct WrongUsage : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Command {
  std::string_view name;
  std::string_view summary;
  /// `argv[0]` is the command's name. May throw what cxxopts throws, WrongUsage and schemac::Error.
  int (*run)(int argc, char** argv);
};

int run_health(int argc, char** argv);
int run_migrate(int argc, char** argv);

/// What the help says of --url.
inline constexpr const char* kUrlHelp =
    "connection string; better in DATABASE_URL, since arguments show in process lists";

/// `--url` if it was given, else DATABASE_URL. Throws WrongUsage when there is neither.
std::string database_url(const std::string& given);

/// True for "json", false for "human"; throws WrongUsage for another format.
bool wants_json(const std::string& format);

}  // namespace schemac::ops
