// Damerau-Levenshtein in its restricted form (no pair of neighbours is edited twice), row by row.
#include "support/suggestion.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace schemac::compiler::support {
namespace {

constexpr std::size_t kLongestWord = 128;  // nobody mistypes a longer one; bounds the quadratic work

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lower(a[i - 1]) == lower(b[j - 1]);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped =
          i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if (candidate.empty() || longer - shorter > limit) continue;
    const std::size_t edits = distance(word, candidate);
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
