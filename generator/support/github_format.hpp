// Diagnostics as GitHub workflow commands, which a job's log turns into annotations.
#pragma once

#include <string>
#include <vector>

#include "support/diagnostic.hpp"

namespace schemac::compiler::support {

/// A line "::error file=…,line=…,col=…,title=SC1104::message" each; a finding without a place has its title
/// only.
std::string format_github(const std::vector<Diagnostic>& diagnostics, const Sources& sources);

}  // namespace schemac::compiler::support
