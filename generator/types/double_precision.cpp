// double precision: 64-bit floating point.
#include "types/float_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& double_precision_type() {
  static const ScalarType kType{{.spellings = {"double precision", "float8"},
                                 .plain = plain_use("double precision", Shape::float64),
                                 .literal = float_literal,
                                 .refuse_text = refuse_float}};
  return kType;
}

}  // namespace schemac::compiler::types
