// A described struct, back from the JSON that write_json() makes of it.
#pragma once

#include <charconv>
#include <string>
#include <type_traits>
#include <vector>

#include "model/body.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::model {

namespace detail {

inline void read_value(const syntax::Value& from, std::string& into) {
  into = from.text;
}
inline void read_value(const syntax::Value& from, bool& into) {
  into = from.is_true();
}

template <class T>
void read_value(const syntax::Value& from, T& into) {
  if constexpr (IsVector<T>::value) {
    for (const syntax::Value& item : from.items) read_value(item, into.emplace_back());
  } else if constexpr (Described<T>) {
    T::describe([&](std::string_view name, auto pointer) {
      if (const syntax::Value* value = from.find(name)) read_value(*value, into.*pointer);
    });
  } else if constexpr (std::is_enum_v<T>) {
    for (int i = 0; !name(static_cast<T>(i)).empty(); ++i) {
      if (name(static_cast<T>(i)) == from.text) into = static_cast<T>(i);
    }
  } else {
    std::from_chars(from.text.data(), from.text.data() + from.text.size(), into);
  }
}

}  // namespace detail

/// Members that are left out hold their default; what is unknown is passed over. REQUIRES: JSON that
/// write_json() has written for a T.
template <class T>
Body read_state(const syntax::Value& from) {
  T value;
  detail::read_value(from, value);
  return value;
}

}  // namespace schemac::compiler::model
