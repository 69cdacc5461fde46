// Writes a shared pattern for one reader. Punctuation outside of sets is written as a set of one, `[.]`: it
// needs no backslash, which PostgreSQL's strings would double.
#include <array>

#include "rules/shared_pattern.hpp"

namespace schemac::compiler::rules {
namespace {

using Kind = PatternPiece::Kind;

void append_utf8(std::string& out, char32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
    return;
  }
  int more = point >= 0x10000 ? 3 : point >= 0x800 ? 2 : 1;
  constexpr std::array<unsigned, 4> kLead{0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[static_cast<std::size_t>(more)] | (point >> (6 * more)));
  while (more-- > 0) out += static_cast<char>(0x80U | ((point >> (6 * more)) & 0x3FU));
}

bool append_control(std::string& out, char32_t point, PatternDialect dialect) {
  constexpr std::string_view kNames = "tnvfr";
  if (point >= U'\t' && point <= U'\r') {
    out += '\\';
    out += kNames[point - U'\t'];
    return true;
  }
  if (point >= U' ' && point != 0x7F) return false;
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string digits{kHex[point >> 4], kHex[point & 0xF]};
  out += dialect == PatternDialect::re2 ? "\\x" + digits : "\\u00" + digits;
  return true;
}

void append_in_set(std::string& out, char32_t point, PatternDialect dialect) {
  if (append_control(out, point, dialect)) return;
  if (std::u32string_view(U"\\]^-[").find(point) != std::u32string_view::npos) out += '\\';
  append_utf8(out, point);
}

void append_literal(std::string& out, char32_t point, PatternDialect dialect) {
  if (append_control(out, point, dialect)) return;
  bool special = std::u32string_view(U".[](){}*+?|^$\\").find(point) != std::u32string_view::npos;
  bool needs_backslash = point == U'[' || point == U']' || point == U'^' || point == U'\\';
  if (special && needs_backslash) out += '\\';
  if (special && !needs_backslash) out += '[';
  append_utf8(out, point);
  if (special && !needs_backslash) out += ']';
}

void append_set(std::string& out, const PatternPiece& set, PatternDialect dialect) {
  out += set.negated ? "[^" : "[";
  for (auto [low, high] : set.ranges) {
    append_in_set(out, low, dialect);
    if (high > low) {
      if (high > low + 1) out += '-';
      append_in_set(out, high, dialect);
    }
  }
  out += ']';
}

void append_repeat(std::string& out, const PatternPiece& repeat) {
  bool limitless = repeat.most == PatternPiece::kNoLimit;
  if (limitless && repeat.least <= 1) {
    out += repeat.least == 0 ? '*' : '+';
  } else if (repeat.least == 0 && repeat.most == 1) {
    out += '?';
  } else {
    out += '{' + std::to_string(repeat.least);
    if (repeat.most != repeat.least) out += ',' + (limitless ? std::string() : std::to_string(repeat.most));
    out += '}';
  }
}

}  // namespace

std::string write_pattern(const SharedPattern& pattern, PatternDialect dialect) {
  std::string out;
  for (const PatternPiece& piece : pattern) {
    switch (piece.kind) {
      case Kind::literal:
        append_literal(out, piece.point, dialect);
        break;
      case Kind::any:
        out += "[^\\n]";
        break;
      case Kind::set:
        append_set(out, piece, dialect);
        break;
      case Kind::open:
        out += "(?:";
        break;
      case Kind::close:
        out += ')';
        break;
      case Kind::alternative:
        out += '|';
        break;
      case Kind::begin:
        out += '^';
        break;
      case Kind::end:
        out += '$';
        break;
      case Kind::repeat:
        append_repeat(out, piece);
        break;
    }
  }
  return out;
}

}  // namespace schemac::compiler::rules
