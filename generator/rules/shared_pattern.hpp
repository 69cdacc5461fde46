// The subset of regular expressions that PostgreSQL, ECMAScript and RE2 read alike: parsed once, written for
// each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace schemac::compiler::rules {

/// One piece of a pattern. A pattern is a flat list: groups are an open and a close.
struct PatternPiece {
  enum class Kind : std::uint8_t { literal, any, set, open, close, alternative, begin, end, repeat };
  static constexpr unsigned kNoLimit = std::numeric_limits<unsigned>::max();

  Kind kind = Kind::literal;
  char32_t point = 0;                                 ///< literal
  bool negated = false;                               ///< set
  std::vector<std::pair<char32_t, char32_t>> ranges;  ///< set
  unsigned least = 0;                                 ///< repeat
  unsigned most = 0;                                  ///< repeat
};

struct PatternMistake {
  std::string message;
  std::string help;
  std::size_t begin = 0;  ///< bytes of the pattern
  std::size_t end = 0;
};

using SharedPattern = std::vector<PatternPiece>;

/// Takes: literals, `.`, sets, \d \w \s and their negations, escaped punctuation, \t \n \r \f \v \xHH \uHHHH,
/// groups, alternatives, greedy repetition up to 255, ^ at the start and $ at the end of an alternative.
/// `.` never matches a newline; \d \w \s are ASCII. All else differs between the three, or is missing in one.
std::variant<SharedPattern, PatternMistake> parse_pattern(std::string_view text);

enum class PatternDialect : std::uint8_t { postgres, ecmascript, re2 };

std::string write_pattern(const SharedPattern& pattern, PatternDialect dialect);

}  // namespace schemac::compiler::rules
