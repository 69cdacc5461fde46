// int4range: from one integer to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, integer_type());
}

}  // namespace

const model::ColumnType& int4range_type() {
  static const ScalarType kType{{.spellings = {"int4range"},
                                 .plain = plain_use("int4range", Shape::int4_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
