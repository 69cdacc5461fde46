// tstzmultirange: several ranges of timestamptz, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, timestamptz_type());
}

}  // namespace

const model::ColumnType& tstzmultirange_type() {
  static const ScalarType kType{{.spellings = {"tstzmultirange"},
                                 .plain = plain_use("tstzmultirange", Shape::timestamp_tz_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
