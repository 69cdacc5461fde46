// UTF-8, decoded by the table of RFC 3629: the second byte's range depends on the first, the others are
// 80..BF.
#include "support/utf8.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

namespace schemac::compiler::support {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Lead {
  std::size_t bytes = 0;  ///< 0: no character starts with this byte
  unsigned char low = 0x80;
  unsigned char high = 0xBF;  ///< the range of the second byte
};

Lead lead(unsigned char byte) {
  if (byte < 0x80) return {1, 0, 0};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  if (byte < 0xF5) {
    return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
            static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
  }
  return {};
}

/// Bytes at the beginning of `text` that are ASCII, eight at a time: definitions are almost nothing else.
std::size_t ascii_prefix(std::string_view text) {
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

struct Range {
  char32_t first;
  char32_t last;
};

// The blocks that matter on terminals; not every assigned character of Unicode.
constexpr std::array<Range, 9> kZeroWidth = {{{0x0300, 0x036F},
                                              {0x0483, 0x0489},
                                              {0x0591, 0x05BD},
                                              {0x0610, 0x061A},
                                              {0x064B, 0x065F},
                                              {0x1AB0, 0x1AFF},
                                              {0x200B, 0x200F},
                                              {0x20D0, 0x20FF},
                                              {0xFE00, 0xFE0F}}};
constexpr std::array<Range, 11> kDoubleWidth = {{{0x1100, 0x115F},
                                                 {0x2E80, 0x303E},
                                                 {0x3041, 0x33FF},
                                                 {0x3400, 0x4DBF},
                                                 {0x4E00, 0x9FFF},
                                                 {0xA000, 0xA4CF},
                                                 {0xAC00, 0xD7A3},
                                                 {0xF900, 0xFAFF},
                                                 {0xFE30, 0xFE6F},
                                                 {0xFF00, 0xFF60},
                                                 {0x1F300, 0x1FAFF}}};

template <std::size_t N>
bool holds(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return r.first <= c && c <= r.last; });
}

}  // namespace

CodePoint first_code_point(std::string_view text) {
  assert(!text.empty());
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const Lead first = lead(byte(0));
  if (first.bytes == 1) return {byte(0), 1, true};
  const bool whole = first.bytes != 0 && first.bytes <= text.size();
  if (!whole || byte(1) < first.low || byte(1) > first.high) return {kReplacement, 1, false};
  char32_t value = byte(0) & (0x7FU >> first.bytes);
  for (std::size_t i = 1; i < first.bytes; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return {kReplacement, 1, false};
    value = (value << 6U) | (byte(i) & 0x3FU);
  }
  return {value, first.bytes, true};
}

std::size_t find_invalid_utf8(std::string_view text) {
  std::size_t at = ascii_prefix(text);
  while (at < text.size()) {
    const CodePoint next = first_code_point(text.substr(at));
    if (!next.valid) return at;
    at += next.bytes;
    at += ascii_prefix(text.substr(at));
  }
  return std::string_view::npos;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    text.remove_prefix(first_code_point(text).bytes);
    ++count;
  }
  return count;
}

void append_utf8(std::string& out, char32_t c) {
  const auto tail = [&out, c](unsigned shift) {
    out.push_back(static_cast<char>(0x80U | ((c >> shift) & 0x3FU)));
  };
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0U | (c >> 6U)));
    tail(0);
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0U | (c >> 12U)));
    tail(6);
    tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0U | (c >> 18U)));
    tail(12);
    tail(6);
    tail(0);
  }
}

int display_width(char32_t code_point) {
  if (code_point < 0x300) return 1;
  if (holds(kZeroWidth, code_point)) return 0;
  return holds(kDoubleWidth, code_point) ? 2 : 1;
}

}  // namespace schemac::compiler::support
