// bigserial: a bigint whose values PostgreSQL counts up.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& bigserial_type() {
  static const ScalarType kType{{.spellings = {"bigserial", "serial8"},
                                 .plain = serial_use("bigint", Shape::int64),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
