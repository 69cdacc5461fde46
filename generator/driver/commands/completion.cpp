// `schemac completion SHELL`: prints the script that makes a shell complete schemac's command line.
#include <iostream>

#include "driver/commands/commands.hpp"
#include "driver/shell_completion.hpp"

namespace schemac::compiler::driver {

int completion(const Options& options) {
  const auto script = options.arguments.empty() ? std::nullopt : completion_script(options.arguments.front());
  if (!script) {
    std::cerr << "schemac completion: name a shell\n  = help: one of " << kShells << "\n";
    return kUsage;
  }
  std::cout << *script;
  return kOk;
}

}  // namespace schemac::compiler::driver
