// What the conditions in generated validators call: each accepts exactly the values that PostgreSQL's CHECK
// of the same rule accepts, once they are stored.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "schemac/query/pattern.hpp"

namespace schemac::rules {

/// Code points of UTF-8 text: PostgreSQL's char_length.
inline std::size_t character_count(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return count;
}

/// Elements at all levels: PostgreSQL's cardinality of an array; the bytes of a bytea.
template <class T>
std::size_t item_count(const std::vector<T>& items) {
  return items.size();
}
template <class T>
std::size_t item_count(const std::vector<std::vector<T>>& items) {
  std::size_t count = 0;
  for (const auto& inner : items) count += item_count(inner);
  return count;
}

/// `text` as varchar(limit) stores it: spaces that are too many are cut off. What is longer in any other way
/// is returned as it is: PostgreSQL refuses it.
std::string_view as_varchar(std::string_view text, std::size_t limit);

/// `text` as char(limit) stores it: filled up with spaces, and cut as varchar is.
std::string as_char(std::string_view text, std::size_t limit);

/// Without the spaces at its end: as char(n) compares and counts.
inline std::string_view without_padding(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// A string literal as a template argument.
template <std::size_t kSize>
struct PatternText {
  consteval PatternText(const char (&literal)[kSize]) {  // NOLINT(google-explicit-constructor)
    for (std::size_t i = 0; i < kSize; ++i) text[i] = literal[i];
  }
  char text[kSize];
};

/// Whether any part of `text` matches the pattern, which is compiled at the first use.
template <PatternText kText>
bool matches(std::string_view text) {
  static const Pattern kPattern(std::string_view(kText.text, sizeof kText.text - 1));
  return kPattern.matches(text);
}

/// Whether all elements, at all levels, meet the condition; NULL does, as it meets every CHECK.
template <class T, class Condition>
bool all_of(const std::vector<T>& items, Condition condition) {
  for (const auto& item : items) {
    if constexpr (requires { item.has_value(); }) {
      if (item.has_value() && !condition(*item)) return false;
    } else if constexpr (requires { all_of(item, condition); }) {
      if (!all_of(item, condition)) return false;
    } else {
      if (!condition(item)) return false;
    }
  }
  return true;
}

/// PostgreSQL's order for floating point: NaN is over every number.
template <class T>
bool at_least(const T& value, const std::type_identity_t<T>& bound) {
  if constexpr (std::is_floating_point_v<T>) return value != value || value >= bound;
  return value >= bound;
}
template <class T>
bool at_most(const T& value, const std::type_identity_t<T>& bound) {
  return value <= bound;
}

inline bool one_of(std::string_view value, std::initializer_list<std::string_view> allowed) {
  for (const std::string_view one : allowed) {
    if (one == value) return true;
  }
  return false;
}
template <class T>
requires(!std::is_convertible_v<const T&, std::string_view>) bool one_of(
    const T& value, std::initializer_list<std::type_identity_t<T>> allowed) {
  for (const T& one : allowed) {
    if (one == value) return true;
  }
  return false;
}

}  // namespace schemac::rules
