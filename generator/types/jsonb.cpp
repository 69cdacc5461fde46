// jsonb: JSON taken apart, its keys sorted and unique.
#include "types/json_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& jsonb_type() {
  static const ScalarType kType{{.spellings = {"jsonb"},
                                 .plain = plain_use("jsonb", Shape::jsonb),
                                 .literal = json_literal,
                                 .refuse_text = refuse_json}};
  return kType;
}

}  // namespace schemac::compiler::types
