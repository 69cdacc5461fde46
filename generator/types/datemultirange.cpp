// datemultirange: several ranges of date, in order and apart from each other.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_multirange(text, type, date_type());
}

}  // namespace

const model::ColumnType& datemultirange_type() {
  static const ScalarType kType{{.spellings = {"datemultirange"},
                                 .plain = plain_use("datemultirange", Shape::date_multirange),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
