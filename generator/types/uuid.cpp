// uuid: 32 hexadecimal digits, hyphens after any group of four, braces around them if wished.
#include "types/scalar_type.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

/// As uuid_in reads it.
bool is_uuid(std::string_view text) {
  bool braces = take(text, '{');
  for (int byte = 0; byte < 16; ++byte) {
    if (text.size() < 2 || !is_hex_digit(text[0]) || !is_hex_digit(text[1])) return false;
    text.remove_prefix(2);
    if (byte % 2 == 1 && byte < 15) take(text, '-');
  }
  return (!braces || take(text, '}')) && text.empty();
}

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  if (is_uuid(text)) return std::nullopt;
  return not_a_value(text, type, "it takes 32 hexadecimal digits");
}

}  // namespace

const model::ColumnType& uuid_type() {
  static const ScalarType kType{
      {.spellings = {"uuid"}, .plain = plain_use("uuid", Shape::uuid), .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
