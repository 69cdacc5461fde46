// varbit(n): at most n bits; without n any number.
#include "types/bit_type.hpp"
#include "types/text_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  if (parameters.empty()) return plain_use("bit varying", Shape::bits);
  return use_with_length(parameters, "varbit", "bit varying", Shape::bits, kMaxDeclaredBits);
}

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  auto bits = bit_count(text);
  if (!bits) return no_bits(text, type);
  if (type.length == 0 || *bits <= type.length) return std::nullopt;
  return not_a_value(text, type, "it takes up to " + std::to_string(type.length) + " bits");
}

}  // namespace

const model::ColumnType& varbit_type() {
  static const ScalarType kType{{.spellings = {"varbit", "bit varying"},
                                 .plain = plain_use("bit varying", Shape::bits),
                                 .use = use,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
