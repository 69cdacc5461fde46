// Diagnostics as people and as programs read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.hpp"

namespace schemac::compiler::support {

/// Each finding with its place, its line of source and carets under the span (of a span over several lines:
/// its first), then a last line that counts them ("2 errors, 1 warning"). Empty where there are none.
/// `colours` adds ANSI escapes; those in the sources are never passed on.
std::string format_human(const std::vector<Diagnostic>& diagnostics, const Sources& sources, bool colours);

/// A JSON array, one object a line, with code, severity, message, file, line, column, end_line, end_column
/// (from 1, columns in characters, the end exclusive), pointer, label and help. A finding without a place has
/// null for its file and its numbers.
std::string format_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources);

/// "2 errors, 1 warning"; empty where there are none.
std::string count_findings(const std::vector<Diagnostic>& diagnostics);

}  // namespace schemac::compiler::support
