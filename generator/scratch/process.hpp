// Runs another program and collects what it wrote; what the scratch server needs to call PostgreSQL's own
// tools. Safe in a program with threads: children are made with posix_spawn, never with a bare fork.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace schemac::compiler::scratch {

/// How a program ended, and everything it wrote.
struct Finished {
  int status = 0;      ///< exit status; 128 + the signal's number if a signal ended it
  std::string output;  ///< standard output
  std::string errors;  ///< standard error
};

/// Where a started program reads and writes.
struct Streams {
  int input = -1;   ///< -1: /dev/null. Otherwise a descriptor that becomes its standard input
  int output = -1;  ///< -1: /dev/null
  int errors = -1;  ///< -1: /dev/null
};

/// Starts `arguments[0]` (looked up in PATH) in a session of its own, so that a Ctrl-C at the terminal does
/// not reach it, with `folder` as its working folder and without any PG* variable of ours. Returns its
/// process id; the caller waits for it. Throws std::system_error when it cannot be started.
pid_t start(const std::vector<std::string>& arguments, const std::string& folder, const Streams& streams);

/// Runs `arguments` in `folder` to its end. Throws std::system_error when it cannot be started; a failing
/// program is a status, not a throw.
Finished run(const std::vector<std::string>& arguments, const std::string& folder);

}  // namespace schemac::compiler::scratch
