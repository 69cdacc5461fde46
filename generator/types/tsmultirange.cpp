// tsmultirange: several ranges of timestamp, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, timestamp_type());
}

}  // namespace

const model::ColumnType& tsmultirange_type() {
  static const ScalarType kType{{.spellings = {"tsmultirange"},
                                 .plain = plain_use("tsmultirange", Shape::timestamp_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
