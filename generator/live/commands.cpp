// The list of the commands that talk to a database.
#include "live/commands.hpp"

#include <array>

namespace schemac::compiler::live {

std::span<const driver::LiveCommand> commands() {
  static constexpr std::array<driver::LiveCommand, 4> kCommands = {{
      {"import", import_schema},
      {"diff", diff},
      {"drift", drift},
      {"verify", verify},
  }};
  return kCommands;
}

}  // namespace schemac::compiler::live
