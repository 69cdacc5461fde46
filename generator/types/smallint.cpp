// smallint: 16 bits.
#include "types/integer_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& smallint_type() {
  static const ScalarType kType{{.spellings = {"smallint", "int2"},
                                 .plain = plain_use("smallint", Shape::int16),
                                 .literal = integer_literal,
                                 .refuse_text = refuse_integer}};
  return kType;
}

}  // namespace schemac::compiler::types
