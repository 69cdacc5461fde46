// int8multirange: several ranges of bigint, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, bigint_type());
}

}  // namespace

const model::ColumnType& int8multirange_type() {
  static const ScalarType kType{{.spellings = {"int8multirange"},
                                 .plain = plain_use("int8multirange", Shape::int8_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
