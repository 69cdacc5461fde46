// int4multirange: several ranges of integer, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, integer_type());
}

}  // namespace

const model::ColumnType& int4multirange_type() {
  static const ScalarType kType{{.spellings = {"int4multirange"},
                                 .plain = plain_use("int4multirange", Shape::int4_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
