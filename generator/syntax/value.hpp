// A definition as it was written: a plain tree in which every value keeps its place in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/source.hpp"

namespace schemac::compiler::syntax {

using support::Span;

enum class Kind { null, boolean, number, string, array, object };

struct Member;

/// One JSON value.
struct Value {
  Kind kind = Kind::null;
  Span span;                    ///< the whole value; of a string with its quotes
  std::string text;             ///< string: decoded; number: as written ("1e3"); boolean: "true" or "false"
  std::vector<Value> items;     ///< array
  std::vector<Member> members;  ///< object, in the order of the file; keys are unique

  [[nodiscard]] bool is(Kind k) const { return kind == k; }
  [[nodiscard]] bool is_true() const { return kind == Kind::boolean && text == "true"; }
  /// The member's value, or nullptr.
  [[nodiscard]] const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Span key_span;  ///< with its quotes
  Value value;
};

/// What to call a kind in a message: "a string", "an object".
std::string_view name(Kind kind);

/// `value` as compact JSON text (keys in the order of the file).
std::string to_json(const Value& value);

}  // namespace schemac::compiler::syntax
