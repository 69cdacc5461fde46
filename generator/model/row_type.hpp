// That a table is one of a composite type.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::model {

inline constexpr std::string_view kRowTypeKind = "row_type";

/// Its identity is {kRowTypeKind, schema, name} of the table, whose columns are the type's attributes.
struct RowType {
  std::string type_schema;
  std::string type;

  template <class V>
  static void describe(V&& visit) {
    visit("type_schema", &RowType::type_schema);
    visit("type", &RowType::type);
  }
  friend bool operator==(const RowType&, const RowType&) = default;
};

}  // namespace schemac::compiler::model
