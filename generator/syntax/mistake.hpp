// Says in people's words why a text is not JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "syntax/value.hpp"

namespace schemac::compiler::syntax {

/// How far a parser came before it gave up.
struct Progress {
  enum class Last { nothing, opening, key, value };
  Last last = Last::nothing;     ///< the last token that it understood, commas and colons apart
  std::uint32_t last_begin = 0;  ///< where that token is; of a value, where its last token is
  std::uint32_t last_end = 0;
  const Value* open = nullptr;  ///< the innermost object or array that is not closed; nullptr: none
};

/// One mistake; begin == end is a point.
struct Mistake {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string message;
  std::string label;
  std::string help;
};

/// Why the parser gave up. `text` is UTF-8 without NUL bytes, and no JSON.
Mistake explain(std::string_view text, const Progress& progress);

}  // namespace schemac::compiler::syntax
