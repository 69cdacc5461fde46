// What a command line says, once it is understood.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace schemac::compiler::driver {

/// How findings are printed: for people, or for programs, which then have standard output for themselves.
enum class Format { human, json, sarif, github };

struct Options {
  std::vector<std::string> arguments;       ///< positional ones, in order
  std::filesystem::path out = "generated";  ///< where outputs go
  bool out_given = false;                   ///< `out` is not the default
  std::filesystem::path templates;          ///< overrides of the built-in templates; empty: none
  std::filesystem::path depfile;            ///< for the build tool; empty: not written
  std::filesystem::path stamp;              ///< touched after success; empty: none
  std::string from;                         ///< of `import` and `diff`: what to read
  std::string to;                           ///< of `diff`: what to compare it with
  bool drop_refused = false;                ///< of `import`: leave out what PostgreSQL would refuse
  std::filesystem::path migrations = "generated/migrations";  ///< the folder of migrations
  std::vector<std::string> allow;  ///< of `migrate`: codes of hazards that may happen
  bool empty = false;              ///< of `migrate new`: nothing changes but what is written by hand
  std::string stage;               ///< of `dump`
  bool check = false;              ///< compare only
  Format format = Format::human;
  bool colours = false;  ///< ANSI escapes on standard error

  /// Whether standard output holds a document that differences and counts would spoil.
  [[nodiscard]] bool prints_document() const { return format == Format::json || format == Format::sarif; }

  /// The definitions folder: the first argument, or ./schema-defs.
  [[nodiscard]] std::filesystem::path definitions() const {
    return arguments.empty() ? std::filesystem::path("schema-defs")
                             : std::filesystem::path(arguments.front());
  }
};

}  // namespace schemac::compiler::driver
