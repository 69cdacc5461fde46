// Two texts side by side, as `diff -u` prints them.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// The unified diff with three lines of context, headed "--- a/path" and "+++ b/path"; empty for equal texts.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace schemac::compiler::support
