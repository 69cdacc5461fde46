// Prints what a run has found.
#pragma once

#include "driver/options.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// Findings as text on standard error, or on standard output in the format that is asked for.
void report(const support::Diagnostics& diagnostics, const support::Sources& sources, const Options& options);

}  // namespace schemac::compiler::driver
