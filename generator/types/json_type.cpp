// json and jsonb: a JSON literal is the value itself, and a text must be JSON, which a small recogniser
// checks.
#include "types/json_type.hpp"

#include "types/text_scan.hpp"

namespace schemac::compiler::types {
namespace {

class Recogniser {
 public:
  explicit Recogniser(std::string_view text) : text_(text) {}

  bool whole() {
    if (!value(0)) return false;
    spaces();
    return text_.empty();
  }

 private:
  static constexpr int kMaxDepth = 1000;  // deeper ones are taken as right: only a server can say

  void spaces() {
    while (!text_.empty() && std::string_view(" \t\n\r").find(text_.front()) != std::string_view::npos) {
      text_.remove_prefix(1);
    }
  }

  bool word(std::string_view expected) {
    if (text_.substr(0, expected.size()) != expected) return false;
    text_.remove_prefix(expected.size());
    return true;
  }

  bool value(int depth) {
    spaces();
    if (text_.empty()) return false;
    if (depth > kMaxDepth) {
      text_ = {};
      too_deep_ = true;
    }
    if (too_deep_) return true;
    if (take(text_, '{')) return list('}', true, depth);
    if (take(text_, '[')) return list(']', false, depth);
    if (take(text_, '"')) return string();
    return word("true") || word("false") || word("null") || number();
  }

  bool list(char close, bool keys, int depth) {
    spaces();
    if (take(text_, close)) return true;
    for (;;) {
      spaces();
      if (keys) {
        if (!take(text_, '"') || !string()) return false;
        spaces();
        if (!take(text_, ':')) return false;
      }
      if (!value(depth + 1)) return false;
      spaces();
      if (too_deep_ || take(text_, close)) return true;
      if (!take(text_, ',')) return false;
    }
  }

  bool string() {
    while (!take(text_, '"')) {
      if (text_.empty() || static_cast<unsigned char>(text_.front()) < ' ') return false;
      if (!take(text_, '\\')) {
        text_.remove_prefix(1);
        continue;
      }
      if (take(text_, 'u')) {
        for (int i = 0; i < 4; ++i) {
          if (text_.empty() || !is_hex_digit(text_.front())) return false;
          text_.remove_prefix(1);
        }
      } else {
        if (text_.empty() || std::string_view("\"\\/bfnrt").find(text_.front()) == std::string_view::npos)
          return false;
        text_.remove_prefix(1);
      }
    }
    return true;
  }

  bool number() {
    take(text_, '-');
    std::string_view whole = take_digits(text_);
    if (whole.empty() || (whole.size() > 1 && whole.front() == '0')) return false;
    if (take(text_, '.') && take_digits(text_).empty()) return false;
    if (!take(text_, 'e') && !take(text_, 'E')) return true;
    if (!take(text_, '-')) take(text_, '+');
    return !take_digits(text_).empty();
  }

  std::string_view text_;
  bool too_deep_ = false;
};

bool holds_nul(const syntax::Value& json) {
  if (json.text.find('\0') != std::string::npos) return true;
  for (const auto& item : json.items) {
    if (holds_nul(item)) return true;
  }
  for (const auto& member : json.members) {
    if (member.key.find('\0') != std::string::npos || holds_nul(member.value)) return true;
  }
  return false;
}

}  // namespace

bool is_json(std::string_view text) {
  return Recogniser(text).whole();
}

LiteralResult json_literal(const syntax::Value& json, const TypeUse& type) {
  if (type.shape == Shape::jsonb && holds_nul(json))
    return not_a_value("\\u0000", type, "PostgreSQL holds no NUL");
  return Literal{syntax::to_json(json)};
}

std::optional<Refusal> refuse_json(std::string_view text, const TypeUse& type) {
  if (is_json(text)) return std::nullopt;
  return not_a_value(text, type, "it is not JSON");
}

}  // namespace schemac::compiler::types
