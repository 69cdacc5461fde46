// Diagnostics as people and as programs read them. The source line is copied character by character into
// cells of known width, so that the carets stand under the span whatever the line holds: tabs become blanks,
// characters that move the cursor become U+FFFD, and a very long line is cut around the span.
#include "support/diagnostic_format.hpp"

#include <algorithm>
#include <utility>

#include "support/json_text.hpp"
#include "support/utf8.hpp"

namespace schemac::compiler::support {
namespace {

constexpr std::size_t kTabStop = 4;
constexpr std::size_t kLongestLine = 200;  // columns of a source line that are shown
constexpr std::size_t kBefore = 60;        // columns shown before the span where a line is cut

/// ANSI escapes, or nothing where colours are off.
struct Palette {
  std::string_view error, warning, bold, gutter, help, reset;
};
constexpr Palette kPlain = {};
constexpr Palette kColours = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1m", "\x1b[1;34m", "\x1b[1;36m", "\x1b[0m"};

std::string paint(std::string_view colour, std::string_view text, const Palette& palette) {
  return std::string(colour) + std::string(text) + std::string(palette.reset);
}

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
  }
  return {};
}

/// A line as it is shown, and the columns [begin, end) of it that carets stand under.
struct Excerpt {
  std::string text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One character as shown: what is printed, and on how many columns.
struct Cell {
  std::string text;
  std::size_t width = 1;
};

Cell cell(const CodePoint& c, std::string_view bytes, std::size_t column) {
  if (c.value == '\t') {
    const std::size_t width = kTabStop - column % kTabStop;
    return {std::string(width, ' '), width};
  }
  // Controls, C1 controls and marks that turn the writing direction would garble the line or the terminal.
  const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
  const bool turns = (c.value >= 0x200E && c.value <= 0x200F) || (c.value >= 0x202A && c.value <= 0x202E) ||
                     (c.value >= 0x2066 && c.value <= 0x2069);
  if (!c.valid || control || turns) return {"\xEF\xBF\xBD", 1};
  return {std::string(bytes), static_cast<std::size_t>(display_width(c.value))};
}

/// `text` on one line of a terminal: a message may quote what a user wrote.
std::string printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const CodePoint c = first_code_point(text);
    out += c.value == '\t' ? " " : cell(c, text.substr(0, c.bytes), 0).text;
    text.remove_prefix(c.bytes);
  }
  return out;
}

/// The part of `excerpt` around its carets, where it is too long to show.
Excerpt cut(const Excerpt& excerpt, const std::vector<Cell>& cells) {
  Excerpt result;
  const std::size_t first = excerpt.begin > kBefore ? excerpt.begin - kBefore : 0;
  const std::size_t last = first + kLongestLine;
  if (first > 0) result.text = "…";
  const std::size_t shift = first > 0 ? 1 : 0;
  std::size_t column = 0;
  std::size_t skipped = 0;  // columns left out at the front
  for (const Cell& c : cells) {
    if (column < first) {
      skipped = column + c.width;
    } else if (column < last) {
      result.text += c.text;
    }
    column += c.width;
  }
  if (column > last) result.text += "…";
  result.begin = excerpt.begin - skipped + shift;
  result.end = std::min(excerpt.end, last) - skipped + shift;
  return result;
}

/// The line of `span` (the first, where there are several) as it is shown.
Excerpt excerpt(const Sources& sources, Span span) {
  const std::string_view line = sources.line(span.file, span.begin);
  const auto line_begin = static_cast<std::size_t>(line.data() - sources.text(span.file).data());
  Excerpt result;
  std::vector<Cell> cells;
  std::size_t column = 0;
  for (std::size_t at = 0; at < line.size();) {
    if (line_begin + at == span.begin) result.begin = column;
    const CodePoint c = first_code_point(line.substr(at));
    cells.push_back(cell(c, line.substr(at, c.bytes), column));
    column += cells.back().width;
    at += c.bytes;
    if (line_begin + at <= span.end) result.end = column;
  }
  if (span.begin >= line_begin + line.size()) result.begin = column;
  result.end = std::max(result.end, result.begin + 1);  // a point has one caret
  if (column > kLongestLine) return cut(result, cells);
  for (const Cell& c : cells) result.text += c.text;
  return result;
}

/// The lines "  --> file:line:column", the source, and the carets.
void append_place(std::string& out, const Diagnostic& d, const Sources& sources, const Palette& palette) {
  const LineColumn place = sources.locate(d.span.file, d.span.begin);
  const std::string number = std::to_string(place.line);
  const std::string margin(number.size(), ' ');
  out += margin + paint(palette.gutter, "-->", palette) + " " + printable(sources.name(d.span.file)) + ":" +
         number + ":" + std::to_string(place.column);
  if (!d.pointer.empty()) out += "   " + printable(d.pointer);
  const Excerpt shown = excerpt(sources, d.span);
  out += "\n" + paint(palette.gutter, number + " |", palette) + (shown.text.empty() ? "" : " ") + shown.text;
  out += "\n" + paint(palette.gutter, margin + " |", palette) + " " + std::string(shown.begin, ' ');
  std::string carets(shown.end - shown.begin, '^');
  if (!d.label.empty()) carets += " " + printable(d.label);
  out += paint(d.severity == Severity::error ? palette.error : palette.warning, carets, palette) + "\n";
}

void append_human(std::string& out, const Diagnostic& d, const Sources& sources, const Palette& palette) {
  const std::string_view colour = d.severity == Severity::error ? palette.error : palette.warning;
  out += paint(colour, std::string(name(d.severity)) + "[" + d.code + "]", palette);
  out += paint(palette.bold, ": " + printable(d.message), palette) + "\n";
  std::size_t margin = 1;
  if (d.span.known()) {
    append_place(out, d, sources, palette);
    margin = std::to_string(sources.locate(d.span.file, d.span.begin).line).size();
  } else if (!d.label.empty()) {
    out += "  " + paint(palette.gutter, "=", palette) + " " + printable(d.label) + "\n";
  }
  if (d.help.empty()) return;
  out += std::string(margin + 1, ' ') + paint(palette.gutter, "=", palette) + " " +
         paint(palette.help, "help", palette) + ": " + printable(d.help) + "\n";
}

void append_key(std::string& out, std::string_view key) {
  out += out.ends_with('{') ? "" : ", ";
  append_json_string(out, key);
  out += ": ";
}

void append_text(std::string& out, std::string_view key, std::string_view value) {
  append_key(out, key);
  append_json_string(out, value);
}

void append_place_as_json(std::string& out, Span span, const Sources& sources) {
  if (!span.known()) {
    out += R"(, "file": null, "line": null, "column": null, "end_line": null, "end_column": null)";
    return;
  }
  const LineColumn begin = sources.locate(span.file, span.begin);
  const LineColumn end = sources.locate(span.file, span.end);
  append_text(out, "file", sources.name(span.file));
  const std::pair<std::string_view, std::uint32_t> numbers[] = {
      {"line", begin.line}, {"column", begin.column}, {"end_line", end.line}, {"end_column", end.column}};
  for (const auto& [key, number] : numbers) {
    append_key(out, key);
    out += std::to_string(number);
  }
}

void append_json(std::string& out, const Diagnostic& d, const Sources& sources) {
  out += "{";
  append_text(out, "code", d.code);
  append_text(out, "severity", name(d.severity));
  append_text(out, "message", d.message);
  append_place_as_json(out, d.span, sources);
  append_text(out, "pointer", d.pointer);
  append_text(out, "label", d.label);
  append_text(out, "help", d.help);
  out += "}";
}

}  // namespace

std::string count_findings(const std::vector<Diagnostic>& diagnostics) {
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
  const auto warnings = static_cast<std::ptrdiff_t>(diagnostics.size()) - errors;
  const auto counted = [](std::ptrdiff_t n, std::string_view what) {
    return std::to_string(n) + " " + std::string(what) + (n == 1 ? "" : "s");
  };
  if (errors > 0 && warnings > 0) return counted(errors, "error") + ", " + counted(warnings, "warning");
  if (errors > 0) return counted(errors, "error");
  return warnings > 0 ? counted(warnings, "warning") : std::string();
}

std::string format_human(const std::vector<Diagnostic>& diagnostics, const Sources& sources, bool colours) {
  const Palette& palette = colours ? kColours : kPlain;
  std::string out;
  for (const Diagnostic& d : diagnostics) {
    append_human(out, d, sources, palette);
    out += "\n";
  }
  if (!diagnostics.empty()) out += count_findings(diagnostics) + "\n";
  return out;
}

std::string format_json(const std::vector<Diagnostic>& diagnostics, const Sources& sources) {
  std::string out = "[";
  for (const Diagnostic& d : diagnostics) {
    out += out.size() > 1 ? ",\n " : "\n ";
    append_json(out, d, sources);
  }
  return out + (diagnostics.empty() ? "]\n" : "\n]\n");
}

}  // namespace schemac::compiler::support
