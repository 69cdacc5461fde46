// The shapes of jsonb values: structs to C++, plain JSON objects to PostgreSQL.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/type_use.hpp"
#include "model/validator_rule.hpp"

namespace schemac::compiler::model {

/// What forms and suggestions call them (ValueForm::name).
inline constexpr std::string_view kJsonShape = "shape";

struct JsonShapeMember {
  std::string name;
  TypeUse type;  ///< Shape::jsonb with `json_shape` for an object in the object
  bool optional = false;
  std::string doc;
  std::vector<RuleUse> rules;
};

struct JsonShape {
  std::string name;
  std::string doc;
  std::vector<JsonShapeMember> members;  ///< in the order of the definition
};

/// The shape of that name; nullptr where there is none.
const JsonShape* find_shape(const std::vector<JsonShape>& shapes, std::string_view name);

}  // namespace schemac::compiler::model
