// One page of rows in a fixed order, and how to ask for the one after it (keyset pagination).
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace schemac {

inline constexpr int kMaxPageLimit = 1000;

/// Which rows are wanted.
struct PageRequest {
  int limit = 50;  ///< rows a page, 1 to kMaxPageLimit; UsageError otherwise
  /// `Page::next` of the page before; none for the first page. UsageError if it was altered, or comes from
  /// another order or another table.
  std::optional<std::string> after = std::nullopt;
};

template <class Row>
struct Page {
  std::vector<Row> items;
  /// What to pass as `after` for the next page: opaque text, safe in an URL. None on the last page.
  std::optional<std::string> next;
};

}  // namespace schemac
