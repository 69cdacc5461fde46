// A document and a query of full-text search, in the text forms that PostgreSQL reads and prints.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace schemac {

/// Lexemes with positions and weights: "'fat':2A 'rat':3". The server sorts and merges what it is given.
struct TsVector {
  std::string text;

  TsVector() = default;
  explicit TsVector(std::string lexemes) : text(std::move(lexemes)) {}

  const std::string& to_string() const { return text; }

  bool operator==(const TsVector&) const = default;
};

/// Lexemes joined by operators: "'fat' & ( 'rat':*A | !'cat' )".
struct TsQuery {
  std::string text;

  TsQuery() = default;
  explicit TsQuery(std::string query) : text(std::move(query)) {}

  const std::string& to_string() const { return text; }

  bool operator==(const TsQuery&) const = default;
};

}  // namespace schemac
