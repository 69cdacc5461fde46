// integer: 32 bits.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& integer_type() {
  static const ScalarType kType{{.spellings = {"integer", "int", "int4"},
                                 .plain = plain_use("integer", Shape::int32),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
