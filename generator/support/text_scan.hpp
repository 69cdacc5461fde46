// Small steps through a text: what readers of text forms have in common.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// PostgreSQL's white space.
inline bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// ASCII letters only, as PostgreSQL folds key words.
std::string lower_case(std::string_view text);

/// Removes `c` from the front where it is there.
bool take(std::string_view& text, char c);

}  // namespace schemac::compiler::support
