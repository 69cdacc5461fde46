// A command line that makes no sense to its command.
#pragma once

#include <string_view>

namespace schemac::compiler::driver {

/// Says on standard error what is wrong with the use of `command`, and what would be right. Returns kUsage.
int refuse_usage(std::string_view command, std::string_view message, std::string_view help);

}  // namespace schemac::compiler::driver
