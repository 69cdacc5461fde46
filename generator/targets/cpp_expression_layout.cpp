// An expression that is too long is split where it is held together most loosely; each piece goes onto the
// line of the one before it or onto a line of its own, where it is laid out in the same way.
#include "targets/cpp_expression_layout.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "targets/cpp_layout.hpp"

namespace schemac::compiler::targets {
namespace {

constexpr int kContinuation = 4;
constexpr int kLine = 10;        ///< what a line costs,
constexpr int kNested = 4;       ///< more where it splits a piece of a piece,
constexpr int kOverflow = 1000;  ///< and one that is too wide.

/// What a line may end after, the loosest first.
constexpr std::array<std::string_view, 17> kSeparators = {
    ",", "||", "&&", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "?", ":", "="};
constexpr std::array<int, 17> kLooseness = {0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 6, 1, 1, 0};

struct Laid {
  std::string text;
  int cost = 0;
};

/// The end of the literal that starts at `start`, or `start` where none does.
std::size_t after_literal(std::string_view text, std::size_t start) {
  const char quote = text[start];
  const bool digit_separator = quote == '\'' && start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9';
  if ((quote != '"' && quote != '\'') || digit_separator) return start;
  std::size_t end = start + 1;
  while (end < text.size() && text[end] != quote) end += text[end] == '\\' ? 2 : 1;
  return std::min(end + 1, text.size());
}

/// How loosely the blank at `blank` holds its sides together: less is looser; -1 where no line may end.
int looseness(std::string_view text, std::size_t blank, int depth) {
  const std::string_view before = text.substr(0, blank);
  const std::size_t start = before.rfind(' ');
  std::string_view word = before.substr(start == std::string_view::npos ? 0 : start + 1);
  if (word.ends_with(',')) word = ",";
  const auto* found = std::find(kSeparators.begin(), kSeparators.end(), word);
  return found == kSeparators.end() ? -1 : depth * 8 + kLooseness[found - kSeparators.begin()];
}

/// The pieces between the loosest places where a line may end, without the blanks there.
std::vector<std::string_view> loosest_pieces(std::string_view text) {
  std::vector<std::size_t> blanks;
  int loosest = -1;
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t end = after_literal(text, i); end != i) {
      i = end - 1;
      continue;
    }
    if (text[i] == '(' || text[i] == '{' || text[i] == '[') ++depth;
    if (text[i] == ')' || text[i] == '}' || text[i] == ']') --depth;
    const int rank = text[i] == ' ' ? looseness(text, i, depth) : -1;
    if (rank < 0 || (loosest >= 0 && rank > loosest)) continue;
    if (rank != loosest) blanks.clear();
    loosest = rank;
    blanks.push_back(i);
  }
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (const std::size_t blank : blanks) {
    pieces.push_back(text.substr(start, blank - start));
    start = blank + 1;
  }
  pieces.push_back(text.substr(start));
  return pieces;
}

std::size_t column_after(std::string_view text, std::size_t start) {
  const std::size_t newline = text.rfind('\n');
  return newline == std::string_view::npos ? start + text.size() : text.size() - newline - 1;
}

/// The column where the content of the innermost bracket starts that `text` leaves open; `start`, the column
/// of its first character, where it leaves none.
std::size_t open_column(std::string_view text, std::size_t start) {
  std::vector<std::size_t> open = {start};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (const std::size_t end = after_literal(text, i); end != i) {
      i = end - 1;
      continue;
    }
    if (text[i] == '(' || text[i] == '{' || text[i] == '[')
      open.push_back(column_after(text.substr(0, i + 1), start));
    if ((text[i] == ')' || text[i] == '}' || text[i] == ']') && open.size() > 1) open.pop_back();
  }
  return open.back();
}

/// `text` from `column` on, with `reserve` columns kept free after it.
Laid lay_out(std::string_view text, std::size_t column, std::size_t reserve) {
  if (column + text.size() + reserve <= kLineWidth) return {std::string(text), 0};
  const std::vector<std::string_view> pieces = loosest_pieces(text);
  if (pieces.size() == 1) return {std::string(text), kOverflow};
  Laid laid;
  bool whole = true;  // no piece of this line goes over several lines
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const std::size_t after = i + 1 == pieces.size() ? reserve : 0;
    const std::size_t here = column_after(laid.text, column);
    if (i > 0 && whole && here + 1 + pieces[i].size() + after <= kLineWidth) {
      laid.text += ' ' + std::string(pieces[i]);
      continue;
    }
    const std::size_t start = i == 0 ? column : open_column(laid.text, column);
    if (i > 0) laid.text += '\n' + std::string(start, ' ');
    const Laid piece = lay_out(pieces[i], start, after);
    whole = piece.text.find('\n') == std::string::npos;
    laid.text += piece.text;
    laid.cost += (i > 0 ? kLine : 0) + piece.cost + (whole ? 0 : kNested);
  }
  return laid;
}

}  // namespace

std::string wrap_expression(const std::string& head, std::string_view expression, std::string_view tail) {
  const std::size_t margin = head.find_first_not_of(' ');
  const std::string_view statement = std::string_view(head).substr(margin, head.size() - margin - 1);
  const std::size_t indent = open_column(statement, margin) + kContinuation;
  const Laid beside = lay_out(expression, head.size(), tail.size());
  const Laid below = lay_out(expression, indent, tail.size());
  const bool hangs = beside.cost > below.cost + kLine;
  return head + (hangs ? '\n' + std::string(indent, ' ') + below.text : beside.text) + std::string(tail);
}

}  // namespace schemac::compiler::targets
