// From the values of an enum to their labels and back: what generated enums.cpp is written with.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace schemac {

/// The label of a value. Empty for a number that is no value of the enum.
template <class E>
std::string_view label_of(std::span<const std::string_view> labels, E value) {
  const auto index = static_cast<std::size_t>(value);
  return index < labels.size() ? labels[index] : std::string_view{};
}

template <class E>
std::optional<E> value_of(std::span<const std::string_view> labels, std::string_view label) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == label) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace schemac
