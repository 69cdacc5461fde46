// tstzrange: from one timestamptz to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, timestamptz_type());
}

}  // namespace

const model::ColumnType& tstzrange_type() {
  static const ScalarType kType{{.spellings = {"tstzrange"},
                                 .plain = plain_use("tstzrange", Shape::timestamp_tz_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
