// A recursive-descent parser. Each take_…() reads off the front of what is left and says whether it could.
#include "schemac/query/json_value.hpp"

namespace schemac {
namespace {

constexpr int kMaxDepth = 200;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void append_utf8(std::string& out, std::uint32_t point) {
  const auto tail = [&out](std::uint32_t bits) { out += static_cast<char>(0x80 | (bits & 0x3F)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | (point >> 6));
    tail(point);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | (point >> 12));
    tail(point >> 6);
    tail(point);
  } else {
    out += static_cast<char>(0xF0 | (point >> 18));
    tail(point >> 12);
    tail(point >> 6);
    tail(point);
  }
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool take_document(JsonValue& value) {
    if (!take_value(value, 0)) return false;
    skip_blanks();
    return text_.empty();
  }

 private:
  void skip_blanks() {
    const std::size_t end = text_.find_first_not_of(" \t\n\r");
    text_.remove_prefix(end == std::string_view::npos ? text_.size() : end);
  }

  bool take(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    text_.remove_prefix(expected.size());
    return true;
  }

  bool take_value(JsonValue& value, int depth) {
    skip_blanks();
    const std::string_view start = text_;
    if (depth > kMaxDepth || !take_content(value, depth)) return false;
    value.raw = start.substr(0, start.size() - text_.size());
    return true;
  }

  bool take_content(JsonValue& value, int depth) {
    if (take("{")) return take_members(value, depth);
    if (take("[")) return take_items(value, depth);
    if (take("\"")) {
      value.kind = JsonValue::Kind::string;
      return take_string(value.text);
    }
    value.kind = JsonValue::Kind::boolean;
    if (take("true") || take("false")) return true;
    value.kind = JsonValue::Kind::null;
    if (take("null")) return true;
    value.kind = JsonValue::Kind::number;
    return take_number();
  }

  bool take_items(JsonValue& array, int depth) {
    array.kind = JsonValue::Kind::array;
    skip_blanks();
    if (take("]")) return true;
    do {
      if (!take_value(array.items.emplace_back(), depth + 1)) return false;
      skip_blanks();
    } while (take(","));
    return take("]");
  }

  bool take_members(JsonValue& object, int depth) {
    object.kind = JsonValue::Kind::object;
    skip_blanks();
    if (take("}")) return true;
    do {
      skip_blanks();
      if (!take("\"") || !take_string(object.names.emplace_back())) return false;
      skip_blanks();
      if (!take(":") || !take_value(object.items.emplace_back(), depth + 1)) return false;
      skip_blanks();
    } while (take(","));
    return take("}");
  }

  bool take_string(std::string& out) {
    for (;;) {
      const std::size_t plain = text_.find_first_of("\"\\");
      if (plain == std::string_view::npos) return false;
      for (const char c : text_.substr(0, plain)) {
        if (static_cast<unsigned char>(c) < ' ') return false;
      }
      out += text_.substr(0, plain);
      text_.remove_prefix(plain);
      if (take("\"")) return true;
      text_.remove_prefix(1);
      if (!take_escape(out)) return false;
    }
  }

  bool take_escape(std::string& out) {
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
    if (text_.empty()) return false;
    const std::size_t plain = kEscapes.find(text_.front());
    if (plain != std::string_view::npos) {
      out += kMeant[plain];
      text_.remove_prefix(1);
      return true;
    }
    std::uint32_t point = 0;
    if (!take("u") || !take_hex(point) || (point >= 0xDC00 && point < 0xE000)) return false;
    if (point >= 0xD800 && point < 0xDC00) {  // the first half of a pair
      std::uint32_t low = 0;
      if (!take("\\u") || !take_hex(low) || low < 0xDC00 || low >= 0xE000) return false;
      point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
    }
    append_utf8(out, point);
    return true;
  }

  bool take_hex(std::uint32_t& value) {
    constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
    value = 0;
    for (int i = 0; i < 4; ++i) {
      const std::size_t digit = text_.empty() ? std::string_view::npos : kDigits.find(text_.front());
      if (digit == std::string_view::npos) return false;
      value = value * 16 + static_cast<std::uint32_t>(digit < 16 ? digit : digit - 6);
      text_.remove_prefix(1);
    }
    return true;
  }

  bool take_digits() {
    std::size_t count = 0;
    while (count < text_.size() && is_digit(text_[count])) ++count;
    text_.remove_prefix(count);
    return count > 0;
  }

  bool take_number() {
    take("-");
    if (!take("0") && !take_digits()) return false;
    if (take(".") && !take_digits()) return false;
    if (!take("e") && !take("E")) return true;
    if (!take("-")) take("+");
    return take_digits();
  }

  std::string_view text_;
};

}  // namespace

std::optional<JsonValue> JsonValue::parse(std::string_view json) {
  JsonValue value;
  if (!Parser(json).take_document(value)) return std::nullopt;
  return value;
}

void append_json_string(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (byte < ' ') {
      out += {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace schemac
