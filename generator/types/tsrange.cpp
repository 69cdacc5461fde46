// tsrange: from one timestamp to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, timestamp_type());
}

}  // namespace

const model::ColumnType& tsrange_type() {
  static const ScalarType kType{{.spellings = {"tsrange"},
                                 .plain = plain_use("tsrange", Shape::timestamp_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
