// A longest common subsequence of lines by dynamic programming, after the common head and tail are set aside.
// Generated files differ in few places, so what is left is small; past kMaxCells the middle is printed as
// replaced in whole.
#include "support/line_diff.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace schemac::compiler::support {

namespace {

constexpr std::size_t kMaxCells = 16'000'000;
constexpr std::size_t kContext = 3;

struct Line {
  char mark;  ///< ' ', '-' or '+'
  std::string_view text;
};

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

using Lines = std::vector<std::string_view>;

void append_all(std::vector<Line>& out, char mark, const Lines& lines, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) out.push_back({mark, lines[i]});
}

/// The lines [head, a_end) of `a` against [head, b_end) of `b`.
void append_middle(std::vector<Line>& out, const Lines& a, const Lines& b, std::size_t head,
                   std::size_t a_end, std::size_t b_end) {
  const std::size_t rows = a_end - head;
  const std::size_t columns = b_end - head;
  if (rows * columns > kMaxCells) {
    append_all(out, '-', a, head, a_end);
    append_all(out, '+', b, head, b_end);
    return;
  }
  std::vector<std::uint32_t> common((rows + 1) * (columns + 1));
  const auto cell = [&](std::size_t row, std::size_t column) -> std::uint32_t& {
    return common[row * (columns + 1) + column];
  };
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      cell(i, j) =
          a[head + i] == b[head + j] ? cell(i + 1, j + 1) + 1 : std::max(cell(i + 1, j), cell(i, j + 1));
    }
  }
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < rows || j < columns) {
    if (i < rows && j < columns && a[head + i] == b[head + j]) {
      out.push_back({' ', a[head + i]});
      ++i, ++j;
    } else if (i < rows && (j == columns || cell(i + 1, j) >= cell(i, j + 1))) {
      out.push_back({'-', a[head + i++]});
    } else {
      out.push_back({'+', b[head + j++]});
    }
  }
}

std::vector<Line> compare(const Lines& a, const Lines& b) {
  std::size_t head = 0;
  while (head < a.size() && head < b.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && tail < b.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
    ++tail;
  std::vector<Line> lines;
  append_all(lines, ' ', a, 0, head);
  append_middle(lines, a, b, head, a.size() - tail, b.size() - tail);
  append_all(lines, ' ', a, a.size() - tail, a.size());
  return lines;
}

/// One past the last line of the hunk whose first change is at `change`: changes closer than two contexts
/// share a hunk.
std::size_t hunk_end(const std::vector<Line>& lines, std::size_t change) {
  std::size_t last = change;
  for (std::size_t i = change; i < lines.size() && i <= last + 2 * kContext; ++i) {
    if (lines[i].mark != ' ') last = i;
  }
  return std::min(lines.size(), last + kContext + 1);
}

std::string range(std::size_t before, std::size_t count) {
  return std::to_string(count == 0 ? before : before + 1) + "," + std::to_string(count);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Line> lines = compare(split_lines(before), split_lines(after));
  std::string out = "--- a/" + std::string(path) + "\n+++ b/" + std::string(path) + "\n";
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  std::size_t at = 0;
  while (true) {
    std::size_t change = at;
    while (change < lines.size() && lines[change].mark == ' ') ++change;
    if (change == lines.size()) return out;
    const std::size_t begin = change - std::min(change - at, kContext);
    old_line += begin - at;
    new_line += begin - at;
    at = hunk_end(lines, change);
    const auto removed =
        std::count_if(lines.begin() + begin, lines.begin() + at, [](const Line& l) { return l.mark != '+'; });
    const auto added =
        std::count_if(lines.begin() + begin, lines.begin() + at, [](const Line& l) { return l.mark != '-'; });
    out += "@@ -" + range(old_line, removed) + " +" + range(new_line, added) + " @@\n";
    for (std::size_t i = begin; i < at; ++i)
      out.append(1, lines[i].mark).append(lines[i].text).append(1, '\n');
    old_line += removed;
    new_line += added;
  }
}

}  // namespace schemac::compiler::support
