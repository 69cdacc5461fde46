// The content of an object, whatever its kind: an immutable value that compares, copies cheaply and prints as
// JSON.
#pragma once

#include <cassert>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "model/json_writer.hpp"

namespace schemac::compiler::model {

/// Writes a described struct (one with `template <class V> static void describe(V&& visit)`, which calls
/// `visit("name", &T::member)` for each member) as a JSON object; members that hold their default are left
/// out.
template <class T>
void write_json(JsonWriter& out, const T& value);

template <class T>
concept Described = requires {
  T::describe([](auto, auto) {});
};

/// What becomes of a text inside of a body; `member` is the innermost member that holds it.
using TextMap = std::function<std::string(std::string_view member, const std::string& text)>;

namespace detail {
template <class T>
void map_texts(T& value, std::string_view member, const TextMap& map);
}

/// Holds one value of any comparable, described type. Copies share it: nobody can change it.
class Body {
 public:
  Body() = default;

  template <class T>
  requires(!std::is_same_v<std::remove_cvref_t<T>, Body>)
      Body(T value)  // NOLINT: implicit on purpose, so that a struct can stand where a Body is wanted
      : value_(std::make_shared<const Holder<T>>(std::move(value))) {}

  [[nodiscard]] bool empty() const { return value_ == nullptr; }

  /// The value. The caller knows its type from the object's kind; another type is a broken invariant.
  template <class T>
  [[nodiscard]] const T& as() const {
    assert(dynamic_cast<const Holder<T>*>(value_.get()) != nullptr);
    return static_cast<const Holder<T>*>(value_.get())->value;
  }

  void write(JsonWriter& out) const { value_->write(out); }

  /// The same with every text replaced by what `map` makes of it. REQUIRES: not empty.
  [[nodiscard]] Body mapped(const TextMap& map) const { return value_->mapped(map); }

  friend bool operator==(const Body& a, const Body& b) {
    if (a.value_ == b.value_) return true;
    return a.value_ && b.value_ && a.value_->equals(*b.value_);
  }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual bool equals(const Base& other) const = 0;
    virtual void write(JsonWriter& out) const = 0;
    virtual Body mapped(const TextMap& map) const = 0;
  };
  template <class T>
  struct Holder final : Base {
    explicit Holder(T v) : value(std::move(v)) {}
    bool equals(const Base& other) const override {
      const auto* same = dynamic_cast<const Holder*>(&other);
      return same != nullptr && same->value == value;
    }
    void write(JsonWriter& out) const override { write_json(out, value); }
    Body mapped(const TextMap& map) const override {
      T copy = value;
      detail::map_texts(copy, {}, map);
      return copy;
    }
    T value;
  };

  std::shared_ptr<const Base> value_;  // shared by every copy of the object; immutable
};

namespace detail {
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
void write_value(JsonWriter& out, const T& value) {
  if constexpr (IsVector<T>::value) {
    out.begin_array();
    for (const auto& item : value) write_value(out, item);
    out.end_array();
  } else if constexpr (Described<T>) {
    write_json(out, value);
  } else if constexpr (std::is_enum_v<T>) {
    out.value(name(value));
  } else {
    out.value(value);
  }
}

template <class T>
void map_texts(T& value, std::string_view member, const TextMap& map) {
  if constexpr (std::is_same_v<T, std::string>) {
    value = map(member, value);
  } else if constexpr (IsVector<T>::value) {
    for (auto& item : value) map_texts(item, member, map);
  } else if constexpr (Described<T>) {
    T::describe([&](std::string_view name, auto pointer) { map_texts(value.*pointer, name, map); });
  }
}
}  // namespace detail

template <class T>
void write_json(JsonWriter& out, const T& value) {
  [[maybe_unused]] static const T kDefault{};  // a struct without members compares none
  out.begin_object();
  T::describe([&](std::string_view name, auto member) {
    if (value.*member == kDefault.*member) return;
    out.key(name);
    detail::write_value(out, value.*member);
  });
  out.end_object();
}

}  // namespace schemac::compiler::model
