// A command line that makes no sense to its command.
#include "driver/refuse_usage.hpp"

#include <iostream>

#include "driver/exit_code.hpp"

namespace schemac::compiler::driver {

int refuse_usage(std::string_view command, std::string_view message, std::string_view help) {
  std::cerr << "schemac " << command << ": " << message << "\n  = help: " << help << "\n";
  return kUsage;
}

}  // namespace schemac::compiler::driver
