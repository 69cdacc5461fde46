// JSON text as a tree, for what reads it member by member.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schemac {

/// One JSON value. Borrows the text that it was parsed from.
struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  std::string_view raw;            ///< as it stands in the text
  std::string text;                ///< of a string: its content
  std::vector<JsonValue> items;    ///< of an array, or the values of an object's members
  std::vector<std::string> names;  ///< of an object's members, in the order of `items`

  /// Nothing for what is not JSON (RFC 8259), or nested more than 200 deep.
  static std::optional<JsonValue> parse(std::string_view json);
};

/// Appends a JSON string: `text` in quotes, with no more escapes than JSON asks for.
void append_json_string(std::string& out, std::string_view text);

}  // namespace schemac
