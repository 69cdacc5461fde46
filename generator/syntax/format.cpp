// The canonical layout of a definition file. Each value is first tried on one line; the attempt ends as soon
// as the line is full, so that the whole work stays proportional to the text. Recursion is as deep as the
// tree, which parse() bounds.
#include "syntax/format.hpp"

#include <algorithm>
#include <optional>

#include "support/json_text.hpp"
#include "support/utf8.hpp"

namespace schemac::compiler::syntax {
namespace {

constexpr std::size_t kColumns = 120;
constexpr std::size_t kIndent = 2;

/// Characters that print as nothing, or as something else than they are.
bool is_invisible(char32_t c) {
  return (c >= 0x7F && c <= 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

std::string string_text(std::string_view text) {
  std::string out;
  support::append_json_string(out, text);
  if (std::all_of(out.begin(), out.end(), [](char c) { return c >= 0x20 && c < 0x7F; })) return out;
  std::string visible;
  for (std::string_view rest = out; !rest.empty();) {
    const support::CodePoint c = support::first_code_point(rest);
    if (is_invisible(c.value)) {
      static constexpr std::string_view kHex = "0123456789abcdef";
      visible += "\\u";
      for (unsigned shift = 16; shift > 0; shift -= 4) visible += kHex[(c.value >> (shift - 4)) & 15U];
    } else {
      visible += rest.substr(0, c.bytes);
    }
    rest.remove_prefix(c.bytes);
  }
  return visible;
}

bool is_scalar(const Value& value) {
  return !value.is(Kind::array) && !value.is(Kind::object);
}

std::string scalar_text(const Value& value) {
  if (value.is(Kind::null)) return "null";
  return value.is(Kind::string) ? string_text(value.text) : value.text;
}

class Formatter {
 public:
  explicit Formatter(std::string_view source) : source_(source) {}

  /// Appends `value`; the line so far has `used` columns, and `level` is that of the line's indentation.
  void append(const Value& value, std::size_t used, std::size_t level) {
    std::string line;
    const std::size_t room = kColumns - std::min(kColumns, used + 1);  // 1: a comma may follow
    if (is_scalar(value)) {
      out_ += scalar_text(value);
    } else if (append_flat(line, value, room) && support::count_code_points(line) <= room) {
      out_ += line;
    } else if (value.is(Kind::object)) {
      append_members(value, level);
    } else if (std::all_of(value.items.begin(), value.items.end(), is_scalar)) {
      append_filled(value, level);
    } else {
      append_items(value, level);
    }
  }

  std::string take() { return std::move(out_) + "\n"; }

 private:
  /// Whether the author began `value` on a line of its own, and it is of those that then stay open.
  [[nodiscard]] bool is_opened(const Value& value) const {
    if (value.members.empty() && std::all_of(value.items.begin(), value.items.end(), is_scalar)) return false;
    const std::size_t first = source_.find_first_not_of(" \t\r", value.span.begin + 1U);
    return source_[first] == '\n';
  }

  /// Appends `value` on one line. False where that cannot be or gets longer than about `room` columns.
  bool append_flat(std::string& line, const Value& value, std::size_t room) const {
    constexpr std::size_t kLongestCharacter = 4;
    if (line.size() > room * kLongestCharacter) return false;
    if (is_scalar(value)) {
      line += scalar_text(value);
      return true;
    }
    if (is_opened(value)) return false;
    line += value.is(Kind::object) ? '{' : '[';
    std::string_view between;
    for (const Value& item : value.items) {
      line += between;
      between = ", ";
      if (!append_flat(line, item, room)) return false;
    }
    for (const Member& member : value.members) {
      line += between;
      between = ", ";
      line += string_text(member.key) + ": ";
      if (!append_flat(line, member.value, room)) return false;
    }
    line += value.is(Kind::object) ? '}' : ']';
    return true;
  }

  void new_line(std::size_t level) { out_ += "\n" + std::string(level * kIndent, ' '); }

  /// Ends the line before a member that begins at `begin`, with a blank line where the source has one.
  void separate(std::size_t previous_end, std::size_t begin) {
    out_ += ',';
    const std::string_view between = source_.substr(previous_end, begin - previous_end);
    if (std::count(between.begin(), between.end(), '\n') > 1) out_ += '\n';
  }

  void append_members(const Value& object, std::size_t level) {
    out_ += '{';
    const Member* previous = nullptr;
    for (const Member& member : object.members) {
      if (previous != nullptr) separate(previous->value.span.end, member.key_span.begin);
      previous = &member;
      new_line(level + 1);
      const std::string key = string_text(member.key) + ": ";
      out_ += key;
      append(member.value, (level + 1) * kIndent + support::count_code_points(key), level + 1);
    }
    new_line(level);
    out_ += '}';
  }

  void append_items(const Value& array, std::size_t level) {
    out_ += '[';
    const Value* previous = nullptr;
    for (const Value& item : array.items) {
      if (previous != nullptr) separate(previous->span.end, item.span.begin);
      previous = &item;
      new_line(level + 1);
      append(item, (level + 1) * kIndent, level + 1);
    }
    new_line(level);
    out_ += ']';
  }

  /// As many scalars on a line as fit.
  void append_filled(const Value& array, std::size_t level) {
    out_ += '[';
    std::size_t used = kColumns;  // so that the first one starts a line
    for (const Value& item : array.items) {
      const bool is_first = &item == array.items.data();
      const std::string text = scalar_text(item);
      const std::size_t width = support::count_code_points(text) + 1;  // with its comma
      if (!is_first) out_ += ',';
      if (used + 1 + width > kColumns) {
        new_line(level + 1);
        used = (level + 1) * kIndent + width;
      } else {
        out_ += ' ';
        used += 1 + width;
      }
      out_ += text;
    }
    new_line(level);
    out_ += ']';
  }

  std::string_view source_;
  std::string out_;
};

}  // namespace

std::string format(const Document& document, const support::Sources& sources) {
  Formatter formatter(sources.text(document.file));
  formatter.append(document.root, 0, 0);
  return formatter.take();
}

}  // namespace schemac::compiler::syntax
