// That a table inherits from another one.
#pragma once

#include <string>
#include <string_view>

#include "model/object_id.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kInheritanceKind = "inheritance";

/// Its identity is {kInheritanceKind, schema, name, parent} of the table that inherits. A table that is born
/// with parents has them from its own statement.
struct Inheritance {
  std::string parent_schema;
  std::string parent;

  template <class V>
  static void describe(V&& visit) {
    visit("parent_schema", &Inheritance::parent_schema);
    visit("parent", &Inheritance::parent);
  }
  friend bool operator==(const Inheritance&, const Inheritance&) = default;
};

}  // namespace schemac::compiler::model
