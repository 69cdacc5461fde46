// A JSON document as text: what a json or a jsonb column holds. Nothing here parses it; the server does.
#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

namespace schemac {

/// Owns its text. Equality is that of the text: jsonb comes back in the server's own spelling (keys sorted,
/// one space after ':' and ','), json as it was sent.
struct Json {
  std::string text = "null";

  Json() = default;
  explicit Json(std::string json) : text(std::move(json)) {}
  explicit Json(std::string_view json) : text(json) {}
  explicit Json(const char* json) : text(json) {}

  const std::string& to_string() const { return text; }

  bool operator==(const Json&) const = default;
};

}  // namespace schemac
