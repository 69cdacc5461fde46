// The text form of a value, under one pair of names for the plain integers and for our own value types:
// what templates such as Range<T> are printed and parsed with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schemac {

/// The value as PostgreSQL prints it.
std::string to_text(std::int32_t value);
std::string to_text(std::int64_t value);

template <class T>
auto to_text(const T& value) -> decltype(value.to_string()) {
  return value.to_string();
}

/// Reads one value from the whole of a text. Nothing comes back where the text is not one.
template <class T>
struct TextParser {
  static std::optional<T> parse(std::string_view text) { return T::parse(text); }
};

template <>
struct TextParser<std::int32_t> {
  static std::optional<std::int32_t> parse(std::string_view text);
};

template <>
struct TextParser<std::int64_t> {
  static std::optional<std::int64_t> parse(std::string_view text);
};

}  // namespace schemac
