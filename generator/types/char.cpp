// char(n): text that PostgreSQL pads with spaces to n code points; char alone is char(1).
#include <array>

#include "types/text_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  static constexpr std::array<std::string_view, 1> kOne{"1"};
  return use_with_length(parameters.empty() ? Parameters(kOne) : parameters, "char", "character", Shape::text,
                         kMaxDeclaredLength);
}

}  // namespace

const model::ColumnType& char_type() {
  static const ScalarType kType{{.spellings = {"char", "character"},
                                 .plain = plain_use("character(1)", Shape::text),
                                 .use = use,
                                 .refuse_text = refuse_longer}};
  return kType;
}

}  // namespace schemac::compiler::types
