// bytea: bytes. Text forms: \x and hexadecimal pairs, or characters with octal escapes.
#include "types/scalar_type.hpp"
#include "types/text_scan.hpp"
#include "types/types.hpp"

namespace schemac::compiler::types {
namespace {

bool is_hex_form(std::string_view text) {
  while (!text.empty()) {
    if (text.front() == ' ' || text.front() == '\n' || text.front() == '\t' || text.front() == '\r') {
      text.remove_prefix(1);
      continue;
    }
    if (text.size() < 2 || !is_hex_digit(text[0]) || !is_hex_digit(text[1])) return false;
    text.remove_prefix(2);
  }
  return true;
}

bool is_octal(char c, char last = '7') {
  return c >= '0' && c <= last;
}

bool is_escape_form(std::string_view text) {
  while (!text.empty()) {
    if (!take(text, '\\')) {
      text.remove_prefix(1);
    } else if (!take(text, '\\')) {
      if (text.size() < 3 || !is_octal(text[0], '3') || !is_octal(text[1]) || !is_octal(text[2]))
        return false;
      text.remove_prefix(3);
    }
  }
  return true;
}

std::optional<Refusal> refuse(std::string_view text, const TypeUse& type) {
  if (text.substr(0, 2) == "\\x") {
    if (is_hex_form(text.substr(2))) return std::nullopt;
    return not_a_value(text, type, "after \\x it takes pairs of hexadecimal digits");
  }
  if (is_escape_form(text)) return std::nullopt;
  return not_a_value(text, type, "a backslash stands before three octal digits or another backslash");
}

LiteralResult literal(const syntax::Value& json, const TypeUse& type) {
  if (!json.is(syntax::Kind::string)) return wrong_kind(json, "a string", type);
  if (json.text.substr(0, 2) != "\\x") {
    Refusal refusal = not_a_value(json.text, type, "bytes are written in hexadecimal");
    refusal.help = "write \"\\\\x00ff\" for the bytes 0 and 255";
    return refusal;
  }
  if (auto refusal = refuse(json.text, type)) return *refusal;
  return Literal{json.text};
}

}  // namespace

const model::ColumnType& bytea_type() {
  static const ScalarType kType{{.spellings = {"bytea"},
                                 .plain = plain_use("bytea", Shape::bytes),
                                 .literal = literal,
                                 .refuse_text = refuse}};
  return kType;
}

}  // namespace schemac::compiler::types
