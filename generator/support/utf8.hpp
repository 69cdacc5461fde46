// UTF-8 as the compiler needs it: is a text valid, how many characters has it, how wide do they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// The offset of the first byte of the first sequence that is not UTF-8 (overlong forms, surrogates and what
/// lies above U+10FFFF included), or npos where all of `text` is.
std::size_t find_invalid_utf8(std::string_view text);

/// Characters in `text`; in a text that is not UTF-8 every stray byte counts as one.
std::size_t count_code_points(std::string_view text);

/// One character of a text.
struct CodePoint {
  char32_t value = 0;     ///< U+FFFD where the byte belongs to no valid sequence
  std::size_t bytes = 1;  ///< its length; never 0
  bool valid = false;
};

/// The character at the beginning of `text`, which must not be empty.
CodePoint first_code_point(std::string_view text);

void append_utf8(std::string& out, char32_t code_point);

/// Columns that a character takes on a terminal: 0 for combining ones, 2 for wide ones (East Asian, emoji).
int display_width(char32_t code_point);

}  // namespace schemac::compiler::support
