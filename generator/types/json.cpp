// json: JSON as it was written.
#include "types/json_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& json_type() {
  static const ScalarType kType{{.spellings = {"json"},
                                 .plain = plain_use("json", Shape::json),
                                 .literal = json_literal,
                                 .refuse_text = refuse_json}};
  return kType;
}

}  // namespace schemac::compiler::types
