// PostgreSQL's text form of an array: {a,"b c",{…}}.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::support {

/// The elements of every level in order, unquoted; an unquoted NULL is left out.
struct ArrayText {
  std::vector<std::string> elements;
};

/// Takes an array's text apart. Nothing where it surely is none; `unsure` is set where only a server can say
/// (explicit bounds).
std::optional<ArrayText> parse_array_text(std::string_view text, bool& unsure);

/// Appends one element in quotes, with its escapes.
void append_array_element(std::string& out, std::string_view element);

}  // namespace schemac::compiler::support
