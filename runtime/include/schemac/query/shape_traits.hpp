// The shape of a jsonb value: a struct whose members generated code knows by name.
#pragma once

#include <string>
#include <string_view>

#include "schemac/json.hpp"

namespace schemac {

class ShapeReader;
class ShapeWriter;
class ValidationResult;

/// Generated code specialises this for each shape with
///   static constexpr std::string_view name;
///   static void read(ShapeReader&, T&);
///   static void write(ShapeWriter&, const T&);
///   static void check(const T&, const std::string& path, ValidationResult&);   the rules that it breaks
template <class T>
struct ShapeTraits;

template <class T>
concept Shaped = requires(ShapeReader& in, T& value) {
  ShapeTraits<T>::read(in, value);
};

/// A member that the shape does not have: kept, so that writing a value back loses nothing.
struct JsonMember {
  std::string name;
  Json value;

  bool operator==(const JsonMember&) const = default;
};

}  // namespace schemac
