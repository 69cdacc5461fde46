// citext: text that compares without regard to case; it belongs to an extension, which lives in `public`.
#include "types/scalar_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {

const model::ColumnType& citext_type() {
  static const ScalarType kType{
      {.spellings = {"citext"}, .plain = plain_use("public.citext", Shape::text), .extension = "citext"}};
  return kType;
}

}  // namespace schemac::compiler::types
