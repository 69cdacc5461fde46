// Damerau-Levenshtein in its restricted form (no pair of neighbours is edited twice), row by row.
#include "support/suggestion.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace schemac::compiler::support {
namespace {

constexpr std::size_t kLongestWord = 128;  // nobody mistypes a longer one; bounds the quadratic work

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The edits that make `a` of `b`, or something above `limit` where they are more: a cell further than
/// `limit` from the diagonal cannot lie on a way that is short enough.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  std::array<std::array<std::size_t, kLongestWord + 2>, 3> rows;
  std::size_t* before = rows[0].data();
  std::size_t* above = rows[1].data();
  std::size_t* row = rows[2].data();
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(b.size(), i + limit);
    row[first - 1] = first == 1 ? i : limit + 1;
    std::size_t least = row[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > limit) return least;
    row[last + 1] = limit + 1;  // the next row reaches one further
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty()) return std::nullopt;
  std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (candidate.empty() || longer > kLongestWord || longer - shorter > limit) continue;
    const std::size_t edits = distance(word, candidate, limit);
    // A one-letter word is within one edit of every other: that is no likeness.
    if (edits > limit || edits >= longer) continue;
    if (best && edits == limit) continue;
    best = candidate;
    if (edits == 0) break;
    limit = edits;
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
  const std::optional<std::string_view> near = nearest(word, candidates);
  return near ? "did you mean `" + std::string(*near) + "`?" : std::string();
}

}  // namespace schemac::compiler::support
