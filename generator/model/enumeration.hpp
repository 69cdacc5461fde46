// What is defined once for the whole database: enum types, extensions, schemas, and the comments on any
// object.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace schemac::compiler::model {

inline constexpr std::string_view kEnumKind = "enum";
inline constexpr std::string_view kExtensionKind = "extension";
inline constexpr std::string_view kSchemaKind = "schema";
inline constexpr std::string_view kCommentKind = "comment";

struct Enumeration {
  std::vector<std::string> values;  ///< in their order

  template <class V>
  static void describe(V&& visit) {
    visit("values", &Enumeration::values);
  }
  friend bool operator==(const Enumeration&, const Enumeration&) = default;
};

/// A value that nobody should use any more.
struct DeprecatedValue {
  std::string value;
  std::string advice;  ///< what to use instead

  template <class V>
  static void describe(V&& visit) {
    visit("value", &DeprecatedValue::value);
    visit("advice", &DeprecatedValue::advice);
  }
  friend bool operator==(const DeprecatedValue&, const DeprecatedValue&) = default;
};

struct EnumerationNotes {
  std::string doc;
  std::vector<DeprecatedValue> deprecated = {};

  template <class V>
  static void describe(V&& visit) {
    visit("doc", &EnumerationNotes::doc);
    visit("deprecated", &EnumerationNotes::deprecated);
  }
  friend bool operator==(const EnumerationNotes&, const EnumerationNotes&) = default;
};

/// A schema: its name is all that we state.
struct Named {
  template <class V>
  static void describe(V&&) {}
  friend bool operator==(const Named&, const Named&) = default;
};

struct Comment {
  std::string on;  ///< the object as COMMENT ON spells it: "TABLE public.bills"
  std::string text;

  template <class V>
  static void describe(V&& visit) {
    visit("on", &Comment::on);
    visit("text", &Comment::text);
  }
  friend bool operator==(const Comment&, const Comment&) = default;
};

}  // namespace schemac::compiler::model
