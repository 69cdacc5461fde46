// bigint: 64 bits.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& bigint_type() {
  static const ScalarType kType{{.spellings = {"bigint", "int8"},
                                 .plain = plain_use("bigint", Shape::int64),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
