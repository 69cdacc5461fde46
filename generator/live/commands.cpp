// The list of the commands that talk to a database.
#include "live/commands.hpp"

#include <array>

namespace schemac::compiler::live {

std::span<const driver::LiveCommand> commands() {
  static constexpr std::array<driver::LiveCommand, 1> kCommands = {{
      {"diff", diff},
  }};
  return kCommands;
}

}  // namespace schemac::compiler::live
