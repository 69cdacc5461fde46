// real: 32-bit floating point.
#include "types/float_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& real_type() {
  static const ScalarType kType{{.spellings = {"real", "float4"},
                                 .plain = plain_use("real", Shape::float32),
                                 .literal = float_literal,
                                 .refuse_text = refuse_float}};
  return kType;
}

}  // namespace schemac::compiler::types
