// Prints what a run has found.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "driver/options.hpp"
#include "support/diagnostic.hpp"

namespace schemac::compiler::driver {

/// Findings as text on standard error, or on standard output in the format that is asked for.
void report(const support::Diagnostics& diagnostics, const support::Sources& sources, const Options& options);

/// "1 table", "2 tables".
std::string counted(std::size_t count, std::string_view thing);

}  // namespace schemac::compiler::driver
