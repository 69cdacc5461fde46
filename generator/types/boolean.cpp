// boolean: JSON's true and false, and the words that PostgreSQL takes for them.
#include <algorithm>
#include <array>

#include "types/scalar_type.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

/// PostgreSQL takes every unambiguous beginning of true, false, yes, no, on, off.
constexpr std::array<std::string_view, 19> kWords{"t",    "tr",    "tru", "true", "f",   "fa", "fal",
                                                  "fals", "false", "y",   "ye",   "yes", "n",  "no",
                                                  "on",   "of",    "off", "1",    "0"};

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  if (std::find(kWords.begin(), kWords.end(), lower_case(trimmed(text))) != kWords.end()) return std::nullopt;
  return not_a_value(text, type, "it takes true or false");
}

LiteralResult literal(const syntax::Value& json, const TypeUse& type) {
  if (!json.is(syntax::Kind::boolean)) return wrong_kind(json, "true or false", type);
  return Literal{json.text, true};
}

}  // namespace

const model::ColumnType& boolean_type() {
  static const ScalarType kType{{.spellings = {"boolean", "bool"},
                                 .plain = plain_use("boolean", Shape::boolean),
                                 .literal = literal,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
