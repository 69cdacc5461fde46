// bit(n): exactly n bits; bit alone is bit(1).
#include <array>

#include "types/bit_type.hpp"
#include "types/text_type.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

UseResult use(Parameters parameters) {
  static constexpr std::array<std::string_view, 1> kOne{"1"};
  return use_with_length(parameters.empty() ? Parameters(kOne) : parameters, "bit", "bit", Shape::bits,
                         kMaxDeclaredBits);
}

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  auto bits = bit_count(text);
  if (!bits) return no_bits(text, type);
  if (*bits == type.length) return std::nullopt;
  return not_a_value(text, type, "it takes exactly " + std::to_string(type.length) + " bits");
}

}  // namespace

const model::ColumnType& bit_type() {
  static const ScalarType kType{
      {.spellings = {"bit"}, .plain = plain_use("bit(1)", Shape::bits), .use = use, .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
