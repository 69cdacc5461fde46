// daterange: from one date to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, date_type());
}

}  // namespace

const model::ColumnType& daterange_type() {
  static const ScalarType kType{{.spellings = {"daterange"},
                                 .plain = plain_use("daterange", Shape::date_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
