// What the program's exit status says to a script.
#pragma once

namespace schemac::compiler::driver {

enum ExitCode : int {
  kOk = 0,
  kDefinitionErrors =
      1,  ///< the definitions or a template have mistakes, or a file cannot be read or written
  kDifferences =
      2,           ///< a `--check` has found that something is out of date, or `diff` that two schemas differ
  kRefused = 3,    ///< a change would destroy something, and nobody has said that it may
  kDatabase = 4,   ///< a database cannot be reached, or has refused
  kUsage = 64,     ///< the command line is not understood
  kInternal = 70,  ///< a mistake of schemac's own
};

}  // namespace schemac::compiler::driver
