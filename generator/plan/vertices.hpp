// The graph that a plan is an order of: a node for each thing that happens to an object, and who waits for
// whom.
#pragma once

#include <span>
#include <tuple>
#include <vector>

#include "plan/arrangement.hpp"

namespace schemac::compiler::plan {

inline constexpr std::size_t kNoNode = static_cast<std::size_t>(-1);

/// Where a node stands in a script that reads well: kinds in their order, what belongs to an object behind
/// it.
struct Place {
  std::size_t stage = 0;  ///< index of the kind of what it belongs to in the end
  const model::ObjectId* root = nullptr;
  std::size_t kind = 0;
  std::uint32_t position = 0;
  std::size_t rank = 0;  ///< of its fate

  friend bool operator<(const Place& a, const Place& b) {
    if (a.stage != b.stage) return a.stage < b.stage;
    if (a.root != b.root && *a.root != *b.root) return *a.root < *b.root;
    return std::tie(a.kind, a.position, a.rank) < std::tie(b.kind, b.position, b.rank);
  }
};

struct Node {
  Phase phase = Phase::come;
  const Fate* fate = nullptr;
  Place place;
  std::size_t owner = kNoNode;        ///< the node of what it belongs to, in the same phase
  std::size_t root = kNoNode;         ///< and of what that belongs to in the end
  std::vector<std::size_t> before{};  ///< the nodes that come before it
  std::vector<std::size_t> after{};   ///< those that come after it
};

/// The nodes, numbered in the order in which they would read best, with all edges.
std::vector<Node> nodes_of(const Fates& fates, const model::Transition& transition,
                           std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::plan
