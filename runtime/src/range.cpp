// The text forms of ranges: brackets, a comma, and bounds that are quoted where they hold either.
#include "schemac/range.hpp"

#include "text_scanner.hpp"

namespace schemac {
namespace {

using text::TextScanner;

bool needs_quotes(std::string_view bound) {
  if (bound.empty()) return true;
  for (const char c : bound) {
    if (text::is_space(c) || std::string_view("\"\\()[],").find(c) != std::string_view::npos) return true;
  }
  return false;
}

void append_bound(std::string& out, const std::optional<std::string>& bound) {
  if (!bound) return;
  if (!needs_quotes(*bound)) {
    out += *bound;
    return;
  }
  out += '"';
  for (const char c : *bound) {
    if (c == '"' || c == '\\') out += c;
    out += c;
  }
  out += '"';
}

/// Reads up to the comma or the closing bracket, which stay. False where the text ends too early.
bool scan_bound(TextScanner& scanner, std::optional<std::string>& bound) {
  bool quoted = false;
  while (!scanner.at_end()) {
    const char c = scanner.peek();
    if (!quoted && (c == ',' || c == ')' || c == ']')) return true;
    scanner.skip(1);
    if (!bound) bound.emplace();
    if (c == '"') {
      // Inside quotes a doubled quote stands for one.
      if (quoted && scanner.accept('"')) {
        *bound += '"';
      } else {
        quoted = !quoted;
      }
      continue;
    }
    if (c == '\\') {
      if (scanner.at_end()) return false;
      *bound += scanner.peek();
      scanner.skip(1);
      continue;
    }
    *bound += c;
  }
  return false;
}

}  // namespace

std::optional<RangeText> RangeText::parse(std::string_view text) {
  TextScanner scanner(text);
  RangeText range;
  if (scanner.accept_word("empty")) {
    range.empty = true;
    return scanner.at_end() ? std::optional(range) : std::nullopt;
  }
  range.lower_inclusive = scanner.accept('[');
  if (!range.lower_inclusive && !scanner.accept('(')) return std::nullopt;
  if (!scan_bound(scanner, range.lower) || !scanner.accept(',') || !scan_bound(scanner, range.upper)) {
    return std::nullopt;
  }
  range.upper_inclusive = scanner.accept(']');
  if (!range.upper_inclusive && !scanner.accept(')')) return std::nullopt;
  return scanner.at_end() ? std::optional(range) : std::nullopt;
}

std::string RangeText::to_string() const {
  if (empty) return "empty";
  std::string text;
  text += lower && lower_inclusive ? '[' : '(';
  append_bound(text, lower);
  text += ',';
  append_bound(text, upper);
  text += upper && upper_inclusive ? ']' : ')';
  return text;
}

std::optional<std::vector<std::string_view>> split_multirange(std::string_view text) {
  TextScanner scanner(text);
  std::vector<std::string_view> ranges;
  if (!scanner.accept('{')) return std::nullopt;
  scanner.skip_spaces();
  if (scanner.accept('}')) return scanner.at_end() ? std::optional(ranges) : std::nullopt;
  do {
    scanner.skip_spaces();
    const std::string_view start = scanner.rest();
    if (!scanner.accept_word("empty")) {
      std::optional<std::string> bound;
      if (!scanner.accept('[') && !scanner.accept('(')) return std::nullopt;
      if (!scan_bound(scanner, bound) || !scanner.accept(',') || !scan_bound(scanner, bound))
        return std::nullopt;
      if (!scanner.accept(']') && !scanner.accept(')')) return std::nullopt;
    }
    ranges.push_back(start.substr(0, start.size() - scanner.rest().size()));
    scanner.skip_spaces();
  } while (scanner.accept(','));
  return scanner.accept('}') && scanner.at_end() ? std::optional(ranges) : std::nullopt;
}

}  // namespace schemac
