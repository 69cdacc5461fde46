// text: any text.
#include "types/scalar_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& text_type() {
  static const ScalarType kType{{.spellings = {"text"}, .plain = plain_use("text", Shape::text)}};
  return kType;
}

}  // namespace schemac::compiler::types
