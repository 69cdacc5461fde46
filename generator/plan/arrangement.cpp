// Nodes are numbered in the order in which a reader would like to find them; Kahn's algorithm then takes, of
// all that is ready, the smallest number. In between, parts are folded: a node may join the vertex of its
// owner unless a path leads from one to the other through a third. Trying them in topological order makes
// sure that what a part needs has had its own chance to join first.
#include "plan/arrangement.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>

#include "plan/vertices.hpp"
#include "support/graph.hpp"

namespace schemac::compiler::plan {
namespace {

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

class Arrangement {
 public:
  explicit Arrangement(std::vector<Node> nodes) : nodes_(std::move(nodes)), walked_(nodes_.size()) {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      head_.push_back(i);
      members_.push_back({i});
    }
  }

  std::vector<Vertex> run() {
    fold();
    std::vector<Vertex> result;
    for (const std::size_t head : sorted_heads(gathered(sorted_heads(numbered_heads())))) {
      Vertex vertex{nodes_[head].phase, nodes_[head].fate, {}};
      for (const std::size_t member : members_[head]) {
        if (member != head) vertex.folded.push_back(nodes_[member].fate);
      }
      result.push_back(std::move(vertex));
    }
    return result;
  }

 private:
  [[nodiscard]] std::vector<std::size_t> sorted(const std::vector<std::size_t>& items,
                                                const Edges& edges) const;
  [[nodiscard]] bool foldable(std::size_t node) const;
  [[nodiscard]] bool may_fold(std::size_t node, std::size_t into);
  void fold();
  [[nodiscard]] int turn_class(std::size_t head) const;
  [[nodiscard]] bool is_late(std::size_t head) const;
  [[nodiscard]] std::vector<std::size_t> numbered_heads() const;
  [[nodiscard]] std::vector<std::size_t> sorted_heads(const std::vector<std::size_t>& heads) const;
  [[nodiscard]] std::vector<std::size_t> gathered(const std::vector<std::size_t>& heads) const;

  std::vector<Node> nodes_;
  std::vector<std::size_t> head_;                  // of each node: the one whose vertex it is part of
  std::vector<std::vector<std::size_t>> members_;  // of each head: itself and what is folded into it
  std::vector<std::size_t> walked_;                // of each vertex: the last walk of may_fold() that came by
  std::size_t walk_ = 0;
};

/// Vertices 0, 1, … stand for `items`; the order is one of vertices.
std::vector<std::size_t> Arrangement::sorted(const std::vector<std::size_t>& items,
                                             const Edges& edges) const {
  auto result = support::topological_order(items.size(), edges);
  if (result.cycle.empty()) return std::move(result.order);
  static constexpr const char* kPhases[] = {"reduce", "drop", "create", "fill", "discard"};
  std::string circle = "plan: objects need each other:";
  for (const std::size_t vertex : result.cycle) {
    const Node& node = nodes_[items[vertex]];
    circle += "\n  " + std::string(kPhases[static_cast<std::size_t>(node.phase)]) + " " +
              model::to_string(node.fate->id());
  }
  throw std::logic_error(circle);
}

bool Arrangement::foldable(std::size_t node) const {
  const Fate& fate = *nodes_[node].fate;
  const std::size_t owner = nodes_[node].owner;
  if (owner == kNoNode) return false;
  const Fate& whole = *nodes_[owner].fate;
  if (nodes_[node].phase == Phase::go) return whole.goes && !whole.superseded;
  return fate.comes && whole.comes && fate.kind->clause(*fate.to).has_value();
}

/// Walks from `node`, vertex by vertex, away from its owner's side; no way may lead back to the vertex
/// `into`.
bool Arrangement::may_fold(std::size_t node, std::size_t into) {
  const bool goes = nodes_[node].phase == Phase::go;
  const auto neighbours = [&](std::size_t of) -> const std::vector<std::size_t>& {
    return goes ? nodes_[of].after : nodes_[of].before;
  };
  ++walk_;
  std::vector<std::size_t> waiting;
  const auto enter = [&](std::size_t other) {
    const std::size_t vertex = head_[other];
    if (walked_[vertex] == walk_) return;
    walked_[vertex] = walk_;
    waiting.push_back(vertex);
  };
  for (const std::size_t other : neighbours(node)) {
    if (head_[other] != into) enter(other);
  }
  while (!waiting.empty()) {
    const std::size_t vertex = waiting.back();
    waiting.pop_back();
    if (vertex == into) return false;
    for (const std::size_t member : members_[vertex]) {
      for (const std::size_t other : neighbours(member)) enter(other);
    }
  }
  return true;
}

void Arrangement::fold() {
  Edges edges;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    for (const std::size_t next : nodes_[i].after) edges.emplace_back(i, next);
  }
  std::vector<std::size_t> all(nodes_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::size_t> order = sorted(all, edges);
  // What goes is looked at from the other end: the owner goes last.
  std::stable_partition(order.begin(), order.end(),
                        [&](std::size_t i) { return nodes_[i].phase == Phase::go; });
  const auto coming =
      std::find_if(order.begin(), order.end(), [&](std::size_t i) { return nodes_[i].phase != Phase::go; });
  std::reverse(order.begin(), coming);
  for (const std::size_t i : order) {
    if (!foldable(i)) continue;
    const std::size_t vertex = head_[nodes_[i].owner];
    if (!may_fold(i, vertex)) continue;
    head_[i] = vertex;
    members_[vertex].push_back(i);
    members_[i].clear();
  }
}

/// Could have been folded, but was not.
bool Arrangement::is_late(std::size_t head) const {
  return nodes_[head].phase == Phase::come && foldable(head);
}

bool stands_apart(const std::vector<model::Step>& steps) {
  return std::any_of(steps.begin(), steps.end(),
                     [](const model::Step& step) { return step.alone || !step.in_transaction; });
}

/// What can wait comes behind everything else of its phase. What has to stand outside of a transaction goes
/// first of all and comes last of all, so that everything else can be one.
int Arrangement::turn_class(std::size_t head) const {
  const Fate& fate = *nodes_[head].fate;
  if (nodes_[head].phase == Phase::go) return stands_apart(fate.removal) ? -1 : 0;
  if (nodes_[head].phase != Phase::come) return 0;
  return stands_apart(fate.arrival) ? 2 : is_late(head) ? 1 : 0;
}

std::vector<std::size_t> Arrangement::numbered_heads() const {
  std::vector<std::size_t> heads;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (head_[i] == i) heads.push_back(i);
  }
  std::stable_sort(heads.begin(), heads.end(), [&](std::size_t a, std::size_t b) {
    const bool discards_a = nodes_[a].phase == Phase::discard;
    const bool discards_b = nodes_[b].phase == Phase::discard;
    return std::pair(discards_a, turn_class(a)) < std::pair(discards_b, turn_class(b));
  });
  return heads;
}

/// The same heads in the order that their edges allow, the first ones first.
std::vector<std::size_t> Arrangement::sorted_heads(const std::vector<std::size_t>& heads) const {
  std::vector<std::size_t> number(nodes_.size());
  for (std::size_t v = 0; v < heads.size(); ++v) number[heads[v]] = v;
  Edges edges;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    for (const std::size_t next : nodes_[i].after) {
      if (head_[next] != head_[i]) edges.emplace_back(number[head_[i]], number[head_[next]]);
    }
  }
  std::vector<std::size_t> result;
  for (const std::size_t v : sorted(heads, edges)) result.push_back(heads[v]);
  return result;
}

/// Moves what belongs to an object right behind it: a table that had to wait for another one, and then stands
/// after others that waited for it, would leave its indexes behind them.
std::vector<std::size_t> Arrangement::gathered(const std::vector<std::size_t>& heads) const {
  std::vector<std::size_t> turn(nodes_.size());
  for (std::size_t v = 0; v < heads.size(); ++v) turn[heads[v]] = v;
  std::vector<std::size_t> result = numbered_heads();
  std::vector<std::size_t> turn_of_root(nodes_.size());
  for (const std::size_t head : result) {
    const std::size_t root = nodes_[head].root;
    const bool stays = root == kNoNode || nodes_[head].phase != Phase::come || turn_class(head) > 0;
    turn_of_root[head] = turn[stays ? head : head_[root]];
  }
  std::stable_sort(result.begin(), result.end(),
                   [&](std::size_t a, std::size_t b) { return turn_of_root[a] < turn_of_root[b]; });
  return result;
}

}  // namespace

std::vector<Vertex> arrange(const Fates& fates, const model::Transition& transition,
                            std::span<const model::ObjectKind* const> kinds) {
  return Arrangement(nodes_of(fates, transition, kinds)).run();
}

}  // namespace schemac::compiler::plan
