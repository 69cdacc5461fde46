// Looking for shapes.
#include "model/json_shape.hpp"

#include <algorithm>

namespace schemac::compiler::model {

const JsonShape* find_shape(const std::vector<JsonShape>& shapes, std::string_view name) {
  const auto found =
      std::find_if(shapes.begin(), shapes.end(), [&](const JsonShape& shape) { return shape.name == name; });
  return found == shapes.end() ? nullptr : &*found;
}

}  // namespace schemac::compiler::model
