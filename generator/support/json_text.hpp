// Strings as JSON text.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// Appends `text` with quotes around it and with no more escapes than JSON asks for: the quote, the backslash
/// and control characters.
void append_json_string(std::string& out, std::string_view text);

}  // namespace schemac::compiler::support
