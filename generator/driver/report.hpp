// Prints what a run has found.
#pragma once

#include "driver/options.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// Findings as text on standard error, or as JSON on standard output when that format is asked for.
void report(const support::Diagnostics& diagnostics, const support::Sources& sources, const Options& options);

}  // namespace schemac::compiler::driver
