// Diagnostics as a SARIF log, which code scanning and editors read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.hpp"

namespace schemac::compiler::support {

/// A SARIF 2.1.0 log of one run, without a version of the tool: equal findings give equal texts. Every code
/// that occurs is a rule; `title_of` says in a few words what it means ("Unknown type"), or nothing. Files
/// are URIs relative to the folder that their names are relative to.
std::string format_sarif(const std::vector<Diagnostic>& diagnostics, const Sources& sources,
                         std::string_view (*title_of)(std::string_view code));

}  // namespace schemac::compiler::support
