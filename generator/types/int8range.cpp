// int8range: from one bigint to another.
#include "types/range_text.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  return refuse_range(text, type, bigint_type());
}

}  // namespace

const model::ColumnType& int8range_type() {
  static const ScalarType kType{{.spellings = {"int8range"},
                                 .plain = plain_use("int8range", Shape::int8_range),
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
