// The kinds of schema objects in the registry's order, for tests of the parts below the driver.
#pragma once

#include <vector>

#include "objects/objects.hpp"

namespace schemac::testing {

inline const std::vector<const compiler::model::ObjectKind*>& object_kinds() {
  using namespace compiler::objects;
  static const std::vector<const compiler::model::ObjectKind*> kKinds = {
      &schema_kind(), &extension_kind(),   &enum_kind(),   &table_kind(),
      &column_kind(), &primary_key_kind(), &unique_kind(), &check_kind(),
      &index_kind(),  &foreign_key_kind(), &comment_kind()};
  return kKinds;
}

}  // namespace schemac::testing
