// serial: an integer whose values PostgreSQL counts up.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& serial_type() {
  static const ScalarType kType{{.spellings = {"serial", "serial4"},
                                 .plain = serial_use("integer", Shape::int32),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
