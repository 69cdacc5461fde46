// An XML document or fragment as text: what an xml column holds. The server parses it, nothing here does.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace schemac {

/// Owns its text, in UTF-8. Equality is that of the text.
struct Xml {
  std::string text;

  Xml() = default;
  explicit Xml(std::string xml) : text(std::move(xml)) {}

  const std::string& to_string() const { return text; }

  bool operator==(const Xml&) const = default;
};

}  // namespace schemac
