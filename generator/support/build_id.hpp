// Which build of the program this is.
#pragma once

#include <string_view>

namespace schemac::compiler::support {

/// The bytes of the note in which the linker keeps a hash of what it linked: another program has others, the
/// same one has the same on every machine. Empty where the linker left none.
std::string_view build_id();

}  // namespace schemac::compiler::support
