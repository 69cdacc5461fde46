// JSON strings as they are written: what is wrong with one, and where its decoded bytes come from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac::compiler::syntax {

struct StringMistake {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string message;
  std::string help;
};

/// The first mistake in the string that starts with the quote at `begin`; nothing where there is none.
std::optional<StringMistake> find_string_mistake(std::string_view text, std::uint32_t begin);

/// A character of a valid string as it is written, from `at`: how many bytes it takes there and decoded.
struct WrittenCharacter {
  std::size_t written = 1;
  std::size_t decoded = 1;
};

/// `text[at]` must be inside of a valid JSON string. Of a character that is no escape, one byte is looked at.
WrittenCharacter written_character(std::string_view text, std::size_t at);

}  // namespace schemac::compiler::syntax
