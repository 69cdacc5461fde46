// Kahn's algorithm with a heap of the vertices that are ready; what is left over holds a cycle.
#include "support/graph.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <queue>

namespace schemac::compiler::support {
namespace {

using Adjacency = std::vector<std::vector<std::size_t>>;

/// One cycle among the vertices with `waiting` edges. Each of those has a waiting predecessor, so walking
/// backwards must come to a vertex a second time.
std::vector<std::size_t> find_cycle(const Adjacency& before, const std::vector<std::size_t>& waiting) {
  const auto is_waiting = [&waiting](std::size_t v) { return waiting[v] > 0; };
  std::size_t at = 0;
  while (!is_waiting(at)) ++at;
  std::vector<std::size_t> walk;
  std::vector<bool> seen(waiting.size());
  while (!seen[at]) {
    seen[at] = true;
    walk.push_back(at);
    std::size_t next = waiting.size();
    for (const std::size_t v : before[at]) {
      if (is_waiting(v)) next = std::min(next, v);
    }
    at = next;
  }
  walk.erase(walk.begin(), std::find(walk.begin(), walk.end(), at));
  std::reverse(walk.begin(), walk.end());
  std::rotate(walk.begin(), std::min_element(walk.begin(), walk.end()), walk.end());
  return walk;
}

}  // namespace

TopologicalOrder topological_order(std::size_t count,
                                   const std::vector<std::pair<std::size_t, std::size_t>>& edges) {
  Adjacency before(count);
  Adjacency after(count);
  std::vector<std::size_t> waiting(count);  // how many edges into a vertex are still unmet
  for (const auto& [a, b] : edges) {
    assert(a < count && b < count);
    after[a].push_back(b);
    before[b].push_back(a);
    ++waiting[b];
  }
  std::priority_queue<std::size_t, std::vector<std::size_t>, std::greater<>> ready;
  for (std::size_t v = 0; v < count; ++v) {
    if (waiting[v] == 0) ready.push(v);
  }
  TopologicalOrder result;
  while (!ready.empty()) {
    const std::size_t v = ready.top();
    ready.pop();
    result.order.push_back(v);
    for (const std::size_t next : after[v]) {
      if (--waiting[next] == 0) ready.push(next);
    }
  }
  if (result.order.size() < count) result.cycle = find_cycle(before, waiting);
  return result;
}

}  // namespace schemac::compiler::support
