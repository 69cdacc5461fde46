// tsvector: the words of a text with their positions; nearly every text is one.
#include "types/scalar_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& tsvector_type() {
  static const ScalarType kType{
      {.spellings = {"tsvector"}, .plain = plain_use("tsvector", Shape::ts_vector)}};
  return kType;
}

}  // namespace schemac::compiler::types
