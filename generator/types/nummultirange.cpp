// nummultirange: several ranges of numeric, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, numeric_type());
}

}  // namespace

const model::ColumnType& nummultirange_type() {
  static const ScalarType kType{{.spellings = {"nummultirange"},
                                 .plain = plain_use("nummultirange", Shape::decimal_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
