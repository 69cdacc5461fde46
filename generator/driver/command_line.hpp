// Arguments -> command. The only place that knows how options are spelled.
#pragma once

namespace schemac::compiler::driver {

/// Runs the command that the arguments name and returns the exit code. Help and the version go to standard
/// output; what is not understood, to standard error with exit code 64. Throws what the command throws.
int run(int argc, const char* const* argv);

}  // namespace schemac::compiler::driver
