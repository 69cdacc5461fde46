// The labels of an enum: what lets any enum class travel to and from a PostgreSQL enum type.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

namespace schemac {

/// Generated code specialises this for each enum with
///   static std::string_view name(E);                    the label of a value
///   static std::optional<E> parse(std::string_view);    the value of a label, if there is one
template <class E>
struct EnumTraits;

template <class E>
concept LabelledEnum = std::is_enum_v<E> && requires(E value, std::string_view label) {
  {EnumTraits<E>::name(value)};
  {EnumTraits<E>::parse(label)};
};

}  // namespace schemac
