// What a command line says, once it is understood.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace schemac::compiler::driver {

enum class Format { human, json };

struct Options {
  std::vector<std::string> arguments;       ///< positional ones, in order
  std::filesystem::path out = "generated";  ///< where outputs go
  std::filesystem::path templates;          ///< overrides of the built-in templates; empty: none
  std::filesystem::path depfile;            ///< for the build tool; empty: not written
  std::filesystem::path stamp;              ///< touched after success; empty: none
  std::string from;                         ///< of `import`: what to read
  bool drop_refused = false;                ///< of `import`: leave out what PostgreSQL would refuse
  std::string stage;                        ///< of `dump`
  bool check = false;                       ///< compare only
  Format format = Format::human;
  bool colours = false;  ///< ANSI escapes on standard error

  /// The definitions folder: the first argument, or ./schema-defs.
  [[nodiscard]] std::filesystem::path definitions() const {
    return arguments.empty() ? std::filesystem::path("schema-defs")
                             : std::filesystem::path(arguments.front());
  }
};

}  // namespace schemac::compiler::driver
