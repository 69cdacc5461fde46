// Deterministic topological order: what decides in which order objects are created and dropped.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace schemac::compiler::support {

struct TopologicalOrder {
  std::vector<std::size_t> order;  ///< vertices, every one after those that it needs
  std::vector<std::size_t> cycle;  ///< empty, or vertices of one cycle in order: then `order` is incomplete
};

/// Kahn's algorithm over vertices 0..count-1; an edge (a, b) says that a comes before b. Of the vertices that
/// are ready the smallest goes first, so that the order depends on the numbering alone.
TopologicalOrder topological_order(std::size_t count,
                                   const std::vector<std::pair<std::size_t, std::size_t>>& edges);

}  // namespace schemac::compiler::support
