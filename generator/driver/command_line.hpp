// Arguments -> command. The only place that knows how options are spelled.
#pragma once

#include <span>
#include <string_view>

#include "driver/options.hpp"

namespace schemac::compiler::driver {

/// A command that talks to a database. It has its line in the table of commands as well.
struct LiveCommand {
  std::string_view name;
  int (*run)(const Options&);
};

/// Runs the command that the arguments name and returns the exit code. Help and the version go to standard
/// output; what is not understood, to standard error with exit code 64. A command that is not among `live`
/// and talks to a database is left to the program schemac-live. Throws what the command throws.
int run(int argc, const char* const* argv, std::span<const LiveCommand> live);

}  // namespace schemac::compiler::driver
