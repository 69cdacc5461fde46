// Objects are numbered in the order in which a reader would like to find them; Kahn's algorithm then takes,
// of all that is ready, the smallest number. In between, parts are folded: an object may join the vertex of
// its owner unless something that it needs needs that vertex in turn. Trying them in topological order makes
// sure that what a part needs has had its own chance to join first.
#include "plan/arrangement.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <string>

#include "support/graph.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Object;
using model::ObjectId;
using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where an object stands in a script that reads well: kinds in their order, what belongs to an object behind
/// it.
struct Place {
  std::size_t stage = 0;  ///< index of the kind of what it belongs to in the end
  ObjectId root;
  std::size_t kind = 0;
  std::uint32_t position = 0;
  ObjectId id;

  friend auto operator<=>(const Place&, const Place&) = default;
};

class Arrangement {
 public:
  Arrangement(const model::Model& model, std::span<const model::ObjectKind* const> kinds)
      : model_(model), kinds_(kinds) {}

  std::vector<Vertex> run(const std::vector<const Object*>& objects, Folding folding) {
    number(objects);
    link();
    fold(folding);
    return order();
  }

 private:
  struct Item {
    Member member;
    Place place;
    std::vector<std::size_t> needs;
    std::size_t owner = kNone;  // what it belongs to, and in the end; kNone where that is not arranged here
    std::size_t root = kNone;
  };
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  [[nodiscard]] std::size_t kind_index(const ObjectId& id) const {
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      if (kinds_[i]->name() == id.kind) return i;
    }
    throw std::logic_error("plan: no such kind: " + model::to_string(id));
  }

  [[nodiscard]] Place place(const Object& object) const;
  void number(const std::vector<const Object*>& objects);
  void link();
  void fold(Folding folding);
  [[nodiscard]] bool may_fold(std::size_t item, std::size_t into);
  [[nodiscard]] bool foldable(const Item& item, Folding folding) const;
  [[nodiscard]] std::vector<std::size_t> sorted(const std::vector<std::size_t>& items,
                                                const Edges& edges) const;
  [[nodiscard]] bool is_late(std::size_t head) const;
  [[nodiscard]] std::vector<std::size_t> numbered_heads() const;
  [[nodiscard]] std::vector<std::size_t> sorted_heads(const std::vector<std::size_t>& heads) const;
  [[nodiscard]] std::vector<std::size_t> gathered(const std::vector<std::size_t>& heads) const;
  [[nodiscard]] std::vector<Vertex> order() const;

  const model::Model& model_;
  std::span<const model::ObjectKind* const> kinds_;
  std::vector<Item> items_;
  std::map<ObjectId, std::size_t> index_;
  std::vector<std::size_t> head_;                  // of each item: the item whose vertex it is part of
  std::vector<std::vector<std::size_t>> members_;  // of each head: itself and what is folded into it
  std::vector<std::size_t> walked_;                // of each vertex: the last walk of may_fold() that came by
  std::size_t walk_ = 0;
};

Place Arrangement::place(const Object& object) const {
  const std::size_t kind = kind_index(object.id);
  Place result{kind, object.id, kind, 0, object.id};
  if (const auto clause = kinds_[kind]->clause(object)) result.position = clause->position;
  const auto owner = kinds_[kind]->owner(object);
  if (!owner) return result;
  result.stage = kind_index(*owner);
  result.root = *owner;
  const Object* above = model_.find(*owner);
  if (above == nullptr) return result;
  const Place owners = place(*above);
  if (owners.root != *owner) result.position = owners.position + 1;  // of a part: after what is of the whole
  result.stage = owners.stage;
  result.root = owners.root;
  return result;
}

void Arrangement::number(const std::vector<const Object*>& objects) {
  for (const Object* object : objects) {
    items_.push_back({{object, kinds_[kind_index(object->id)]}, place(*object), {}});
  }
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) { return a.place < b.place; });
  for (std::size_t i = 0; i < items_.size(); ++i) {
    index_.emplace(items_[i].place.id, i);
    head_.push_back(i);
    members_.push_back({i});
  }
  walked_.assign(items_.size(), 0);
}

void Arrangement::link() {
  const auto index_of = [&](const ObjectId& id) {
    const auto found = index_.find(id);
    return found == index_.end() ? kNone : found->second;
  };
  for (std::size_t i = 0; i < items_.size(); ++i) {
    Item& item = items_[i];
    item.root = index_of(item.place.root);
    if (const auto owner = item.member.kind->owner(*item.member.object)) item.owner = index_of(*owner);
    for (const ObjectId& id : item.member.kind->needs(*item.member.object, model_)) {
      const std::size_t needed = index_of(id);
      if (needed != kNone && needed != i) item.needs.push_back(needed);
    }
  }
}

/// Vertices 0, 1, … stand for `items`; the order is one of vertices.
std::vector<std::size_t> Arrangement::sorted(const std::vector<std::size_t>& items,
                                             const Edges& edges) const {
  auto result = support::topological_order(items.size(), edges);
  if (result.cycle.empty()) return std::move(result.order);
  std::string circle = "plan: objects need each other:";
  for (const std::size_t vertex : result.cycle)
    circle += "\n  " + model::to_string(items_[items[vertex]].place.id);
  throw std::logic_error(circle);
}

bool Arrangement::foldable(const Item& item, Folding folding) const {
  return folding == Folding::all_that_belongs || item.member.kind->clause(*item.member.object).has_value();
}

/// Walks up what `item` needs, vertex by vertex: none of it may come to need the vertex `into`.
bool Arrangement::may_fold(std::size_t item, std::size_t into) {
  ++walk_;
  std::vector<std::size_t> waiting;
  const auto enter = [&](std::size_t needed) {
    const std::size_t vertex = head_[needed];
    if (walked_[vertex] == walk_) return;
    walked_[vertex] = walk_;
    waiting.push_back(vertex);
  };
  for (const std::size_t needed : items_[item].needs) {
    if (head_[needed] != into) enter(needed);
  }
  while (!waiting.empty()) {
    const std::size_t vertex = waiting.back();
    waiting.pop_back();
    if (vertex == into) return false;
    for (const std::size_t member : members_[vertex]) {
      for (const std::size_t needed : items_[member].needs) enter(needed);
    }
  }
  return true;
}

void Arrangement::fold(Folding folding) {
  Edges edges;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    for (const std::size_t needed : items_[i].needs) edges.emplace_back(needed, i);
  }
  std::vector<std::size_t> all(items_.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  for (const std::size_t i : sorted(all, edges)) {
    const Item& item = items_[i];
    if (!foldable(item, folding)) continue;
    if (item.owner == kNone) continue;
    const std::size_t vertex = head_[item.owner];
    if (!may_fold(i, vertex)) continue;
    head_[i] = vertex;
    members_[vertex].push_back(i);
    members_[i].clear();
  }
}

/// Could have been folded, but was not.
bool Arrangement::is_late(std::size_t head) const {
  return items_[head].owner != kNone && foldable(items_[head], Folding::clauses);
}

/// The heads in the order of their numbers; parts that could not be folded come behind everything else.
std::vector<std::size_t> Arrangement::numbered_heads() const {
  std::vector<std::size_t> heads;
  std::vector<std::size_t> late;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if (head_[i] != i) continue;
    (is_late(i) ? late : heads).push_back(i);
  }
  heads.insert(heads.end(), late.begin(), late.end());
  return heads;
}

/// The same heads in the order that their needs allow, the first ones first.
std::vector<std::size_t> Arrangement::sorted_heads(const std::vector<std::size_t>& heads) const {
  std::vector<std::size_t> number(items_.size());
  for (std::size_t v = 0; v < heads.size(); ++v) number[heads[v]] = v;
  Edges edges;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    for (const std::size_t needed : items_[i].needs) {
      if (head_[needed] != head_[i]) edges.emplace_back(number[head_[needed]], number[head_[i]]);
    }
  }
  std::vector<std::size_t> result;
  for (const std::size_t v : sorted(heads, edges)) result.push_back(heads[v]);
  return result;
}

/// Moves what belongs to an object right behind it: a table that had to wait for another one, and then stands
/// after others that waited for it, would leave its indexes behind them.
std::vector<std::size_t> Arrangement::gathered(const std::vector<std::size_t>& heads) const {
  std::vector<std::size_t> turn(items_.size());
  for (std::size_t v = 0; v < heads.size(); ++v) turn[heads[v]] = v;
  std::vector<std::size_t> result = numbered_heads();
  std::vector<std::size_t> turn_of_root(items_.size());
  for (const std::size_t head : result) {
    const std::size_t root = items_[head].root;
    turn_of_root[head] = turn[root == kNone || is_late(head) ? head : head_[root]];
  }
  std::stable_sort(result.begin(), result.end(),
                   [&](std::size_t a, std::size_t b) { return turn_of_root[a] < turn_of_root[b]; });
  return result;
}

std::vector<Vertex> Arrangement::order() const {
  std::vector<Vertex> result;
  for (const std::size_t head : sorted_heads(gathered(sorted_heads(numbered_heads())))) {
    Vertex vertex{items_[head].member, {}};
    for (const std::size_t member : members_[head]) {
      if (member != head) vertex.folded.push_back(items_[member].member);
    }
    result.push_back(std::move(vertex));
  }
  return result;
}

}  // namespace

std::vector<Vertex> arrange(const std::vector<const Object*>& objects, const model::Model& model,
                            std::span<const model::ObjectKind* const> kinds, Folding folding) {
  return Arrangement(model, kinds).run(objects, folding);
}

}  // namespace schemac::compiler::plan
