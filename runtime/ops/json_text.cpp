// A string as JSON writes it.
#include "json_text.hpp"

#include <array>
#include <cstdio>

namespace schemac::ops {

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (char c : text) {
    std::array<char, 8> escape{};
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
      result += escape.data();
    } else {
      result += c;
    }
  }
  return result + "\"";
}

}  // namespace schemac::ops
