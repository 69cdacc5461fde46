// numrange: from one numeric to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, numeric_type());
}

}  // namespace

const model::ColumnType& numrange_type() {
  static const ScalarType kType{{.spellings = {"numrange"},
                                 .plain = plain_use("numrange", Shape::decimal_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
