// PostgreSQL's text form of an array: braces around elements and sub-arrays, separated by commas; an element
// is bare or in double quotes, with backslash escapes in both.
#include "support/array_text.hpp"

#include "support/text_scan.hpp"

namespace schemac::compiler::support {
namespace {

/// A reader that goes through the text once; each function leaves the rest in `text_`.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool read_whole(ArrayText& out) {
    if (!read_braces(out, 0)) return false;
    skip_spaces();
    return text_.empty();
  }

 private:
  static constexpr int kMaxDimensions = 6;

  void skip_spaces() {
    while (!text_.empty() && is_space(text_.front())) text_.remove_prefix(1);
  }

  bool read_braces(ArrayText& out, int depth) {
    skip_spaces();
    if (depth >= kMaxDimensions || !take(text_, '{')) return false;
    skip_spaces();
    if (take(text_, '}')) return true;
    for (;;) {
      skip_spaces();
      bool read = !text_.empty() && text_.front() == '{' ? read_braces(out, depth + 1) : read_element(out);
      if (!read) return false;
      skip_spaces();
      if (take(text_, '}')) return true;
      if (!take(text_, ',')) return false;
    }
  }

  bool read_element(ArrayText& out) {
    if (take(text_, '"')) return read_quoted(out);
    std::string element;
    bool escaped = false;
    while (!text_.empty() && text_.front() != ',' && text_.front() != '}') {
      if (text_.front() == '{' || text_.front() == '"') return false;
      escaped = take(text_, '\\') || escaped;
      if (text_.empty()) return false;
      element += text_.front();
      text_.remove_prefix(1);
    }
    std::string_view bare = escaped ? std::string_view(element) : trimmed(element);
    if (bare.empty()) return false;
    if (escaped || lower_case(bare) != "null") out.elements.emplace_back(bare);
    return true;
  }

  bool read_quoted(ArrayText& out) {
    std::string element;
    while (!take(text_, '"')) {
      take(text_, '\\');
      if (text_.empty()) return false;
      element += text_.front();
      text_.remove_prefix(1);
    }
    out.elements.push_back(std::move(element));
    return true;
  }

  std::string_view text_;
};

}  // namespace

std::optional<ArrayText> parse_array_text(std::string_view text, bool& unsure) {
  text = trimmed(text);
  unsure = !text.empty() && text.front() == '[';
  ArrayText array;
  if (unsure || Reader(text).read_whole(array)) return array;
  return std::nullopt;
}

void append_array_element(std::string& out, std::string_view element) {
  out += '"';
  for (char c : element) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  out += '"';
}

}  // namespace schemac::compiler::support
