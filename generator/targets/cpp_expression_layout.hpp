// Laying out long C++ expressions by their structure, as clang-format does with this project's settings.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::targets {

/// head + expression + tail, on as many lines as it takes to stay within kLineWidth. Lines end after a comma
/// or an operator, at the loosest ones first, and go on below what the innermost open bracket holds.
/// @param head ends with an open bracket and starts in column 0, with its indentation: "  if ("
/// @param expression one line, with blanks around its operators and after its commas
std::string wrap_expression(const std::string& head, std::string_view expression, std::string_view tail);

}  // namespace schemac::compiler::targets
