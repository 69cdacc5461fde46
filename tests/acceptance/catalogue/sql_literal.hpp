// SQL literals for the catalogue test.
#pragma once

#include <string>
#include <string_view>

namespace schemac::testing {

inline std::string sql_literal(std::string_view text) {
  std::string out = "'";
  for (const char character : text) {
    if (character == '\'') out += '\'';
    out += character;
  }
  return out + "'";
}

}  // namespace schemac::testing
