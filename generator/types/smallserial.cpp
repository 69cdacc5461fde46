// smallserial: a smallint whose values PostgreSQL counts up.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& smallserial_type() {
  static const ScalarType kType{{.spellings = {"smallserial", "serial2"},
                                 .plain = serial_use("smallint", Shape::int16),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
