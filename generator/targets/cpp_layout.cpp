// Layout by filling lines from left to right, which is what clang-format arrives at for the forms used here.
#include "targets/cpp_layout.hpp"

namespace schemac::compiler::targets {
namespace {

std::size_t last_line_width(std::string_view text) {
  const std::size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? text.size() : text.size() - newline - 1;
}

/// The words of a text, each with the blanks that follow it.
std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (!text.empty()) {
    std::size_t end = text.find(' ');
    end = end == std::string_view::npos ? text.size() : text.find_first_not_of(' ', end);
    found.push_back(text.substr(0, end));
    text.remove_prefix(found.back().size());
  }
  return found;
}

}  // namespace

std::string cpp_literal(std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string literal;
  literal.reserve(text.size() + 2);
  literal += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      literal += {'\\', c};
    } else if (c == '\n') {
      literal += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      // Three octal digits, since a hexadecimal escape would swallow digits that follow it.
      literal += {'\\', '0', kHex[byte >> 3], kHex[byte & 7]};
    } else {
      literal += c;
    }
  }
  return literal + '"';
}

std::string cpp_literals(std::string_view text, std::size_t first, std::size_t indent, std::size_t reserve) {
  constexpr std::size_t kQuotes = 2;
  std::string out;
  std::size_t begin = 0;  // of the line, in the text
  std::size_t column = first + kQuotes;
  for (const std::string_view word : words(text)) {
    const auto at = static_cast<std::size_t>(word.data() - text.data());
    const std::size_t width = cpp_literal(word).size() - kQuotes;
    const bool last = at + word.size() == text.size();
    if (at > begin && column + width + (last ? reserve : 0) > kLineWidth) {
      out += cpp_literal(text.substr(begin, at - begin)) + '\n' + std::string(indent, ' ');
      begin = at;
      column = indent + kQuotes;
    }
    column += width;
  }
  return out + cpp_literal(text.substr(begin));
}

std::vector<std::string> split_literal(std::string_view literal, std::size_t width) {
  std::string_view content = literal.substr(1, literal.size() - 2);
  std::vector<std::string> parts = {"\""};
  while (!content.empty()) {
    const bool octal = content.front() == '\\' && content[1] >= '0' && content[1] <= '7';
    const std::string_view unit = content.substr(0, octal ? 4 : (content.front() == '\\' ? 2 : 1));
    if (parts.back().size() + unit.size() + 1 > width) {
      parts.back() += '"';
      parts.emplace_back("\"");
    }
    parts.back() += unit;
    content.remove_prefix(unit.size());
  }
  parts.back() += '"';
  return parts;
}

std::vector<std::string> comment_lines(std::string_view text, std::size_t indent) {
  std::vector<std::string> lines;
  std::string line = "///";
  const auto flush = [&] {
    if (line.size() > 3) lines.push_back(line);
    line = "///";
  };
  std::size_t start = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\n';
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') continue;
    const std::string_view word = text.substr(start, i - start);
    start = i + 1;
    if (!word.empty() && indent + line.size() + 1 + word.size() > kLineWidth) flush();
    if (!word.empty()) (line += ' ') += word;
    if (c == '\n') flush();
  }
  return lines;
}

std::string wrap_list(const std::string& head, const std::vector<std::string>& items,
                      const std::string& tail) {
  const std::size_t indent = last_line_width(head);
  std::string out = head;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t after = i + 1 == items.size() ? tail.size() : 1;
    if (i > 0 && last_line_width(out) + 1 + items[i].size() + after > kLineWidth) {
      out += '\n' + std::string(indent, ' ');
    } else if (i > 0) {
      out += ' ';
    }
    out += items[i];
    if (i + 1 < items.size()) out += ',';
  }
  return out + tail;
}

std::string braced_entry(const std::vector<std::string>& members, std::size_t indent) {
  const std::string blanks(indent, ' ');
  std::string line = blanks + "{";
  std::string column = line;
  for (std::size_t i = 0; i < members.size(); ++i) {
    line += (i > 0 ? ", " : "") + members[i];
    column += (i > 0 ? ",\n" + blanks + " " : "") + members[i];
  }
  return (line.size() + 2 <= kLineWidth ? line : column) + "},";
}

}  // namespace schemac::compiler::targets
