// Who waits for whom follows from needs: in the state before, whoever needs an object goes, or sheds the
// need, before that goes; in the state after, whoever needs one comes after it.
#include "plan/vertices.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <stdexcept>
#include <unordered_map>

#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Object;
using model::ObjectId;

class Graph {
 public:
  Graph(const Fates& fates, const model::Transition& transition,
        std::span<const model::ObjectKind* const> kinds)
      : fates_(fates), transition_(transition), kinds_(kinds) {
    for (std::size_t i = 0; i < kinds.size(); ++i) kind_indices_.emplace(kinds[i]->name(), i);
  }

  std::vector<Node> run() {
    add_nodes();
    for (const Fate* fate : fates_.all()) {
      link_own(*fate);
      link_before(*fate);
      link_after(*fate);
    }
    link_names();
    link_references();
    for (Node& node : nodes_) find_owner(node);
    for (const Fate* fate : fates_.all()) link_wishes(number(fate, Phase::come), *fate);
    return std::move(nodes_);
  }

 private:
  static constexpr std::size_t kPhases = 5;
  using Numbers = std::array<std::size_t, kPhases>;  // of the nodes of one object, by phase

  [[nodiscard]] std::size_t kind_index(const ObjectId& id) const {
    const auto found = kind_indices_.find(id.kind);
    if (found == kind_indices_.end()) throw std::logic_error("plan: no such kind: " + model::to_string(id));
    return found->second;
  }

  [[nodiscard]] Place place(const Object& object, const model::Model& model) {
    const std::size_t kind = kind_index(object.id);
    Place result{kind, &object.id, kind};
    if (const auto clause = kinds_[kind]->clause(object)) result.position = clause->position;
    const auto owner = kinds_[kind]->owner(object);
    if (!owner) return result;
    result.stage = kind_index(*owner);
    const Object* above = model.find(*owner);
    if (above == nullptr) {
      result.root = &unknown_owners_.emplace_back(*owner);
      return result;
    }
    const Place owners = place(*above, model);
    if (owners.root != &above->id)
      result.position = owners.position + 1;  // of a part: after what is of the whole
    result.stage = owners.stage;
    result.root = owners.root;
    return result;
  }

  void add(Phase phase, const Fate& fate) {
    const bool old = phase == Phase::reduce || phase == Phase::go || phase == Phase::discard;
    const Object& object = old ? *fate.from : *fate.to;
    nodes_.push_back({phase, &fate, place(object, old ? transition_.before : transition_.after)});
    nodes_.back().place.rank = fate.rank;
  }

  void add_nodes() {
    nodes_.reserve(fates_.all().size());
    for (const Fate* fate : fates_.all()) {
      if (!fate->reduction.empty()) add(Phase::reduce, *fate);
      if (fate->goes) add(Phase::go, *fate);
      if (fate->comes || fate->altered) add(Phase::come, *fate);
      if (!fate->take_over.empty()) add(Phase::take_over, *fate);
      if (fate->superseded) add(Phase::discard, *fate);
    }
    put_in_reading_order();
    numbers_.resize(fates_.all().size(), no_numbers());
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      numbers_[nodes_[i].fate->rank][static_cast<std::size_t>(nodes_[i].phase)] = i;
  }

  /// Sorts pointers: a node is large.
  void put_in_reading_order() {
    std::vector<Node*> order;
    for (Node& node : nodes_) order.push_back(&node);
    std::sort(order.begin(), order.end(), [](const Node* a, const Node* b) {
      if (a->phase != b->phase) return a->phase < b->phase;
      return a->phase == Phase::go ? b->place < a->place : a->place < b->place;
    });
    std::vector<Node> nodes;
    nodes.reserve(nodes_.size());
    for (Node* node : order) nodes.push_back(std::move(*node));
    nodes_ = std::move(nodes);
  }

  static Numbers no_numbers() {
    Numbers numbers{};
    numbers.fill(kNoNode);
    return numbers;
  }

  [[nodiscard]] std::size_t number(const Fate* fate, Phase phase) const {
    return fate == nullptr ? kNoNode : numbers_[fate->rank][static_cast<std::size_t>(phase)];
  }
  [[nodiscard]] std::size_t number(const ObjectId& id, Phase phase) const {
    return number(fates_.find(id), phase);
  }

  void edge(std::size_t first, std::size_t second) {
    if (first == kNoNode || second == kNoNode || first == second) return;
    nodes_[first].after.push_back(second);
    nodes_[second].before.push_back(first);
  }

  void link_own(const Fate& fate) {
    const std::size_t come = number(&fate, Phase::come);
    edge(number(&fate, Phase::reduce), come);
    edge(number(&fate, Phase::go), come);
    edge(come, number(&fate, Phase::take_over));
    edge(number(&fate, Phase::take_over), number(&fate, Phase::discard));
    edge(come, number(&fate, Phase::discard));
  }

  /// Whether an object of a partition that goes needs one of the partitioned table, which is superseded: its
  /// rows are copied from the partition first.
  bool leaves_with_rows(const Object& object, const ObjectId& needed) {
    const ObjectId& table = *place(object, transition_.before).root;
    const Object* partition =
        transition_.before.find({std::string(model::kPartitionKind), table.schema, table.name, {}});
    const Fate* child = fates_.find(table);
    if (partition == nullptr || child == nullptr || child->comes) return false;
    const auto& state = partition->state.as<model::Partition>();
    const ObjectId parent{table.kind, state.parent_schema, state.parent, {}};
    const std::size_t take_over = number(parent, Phase::take_over);
    const Object* other = transition_.before.find(needed);
    if (take_over == kNoNode || other == nullptr || *place(*other, transition_.before).root != parent)
      return false;
    edge(take_over, number(object.id, Phase::go));
    edge(number(object.id, Phase::go), number(parent, Phase::discard));
    return true;
  }

  void link_before(const Fate& fate) {
    if (fate.from == nullptr) return;
    for (const ObjectId& needed : needs_of(*fate.from, *fate.kind, transition_.before)) {
      const Fate* cause = fates_.find(needed);
      if (cause == nullptr) continue;
      if (fate.goes && leaves_with_rows(*fate.from, needed)) continue;
      if (fate.goes) {
        edge(number(&fate, Phase::go), number(cause, Phase::go));
        if (cause->altered) edge(number(&fate, Phase::go), number(cause, Phase::come));
        edge(number(&fate, Phase::discard), number(cause, Phase::discard));
      } else if (fate.shed.contains(needed)) {
        edge(number(&fate, Phase::reduce), number(cause, Phase::go));
      } else if (cause->superseded) {
        edge(number(&fate, Phase::come), number(cause, Phase::discard));
      } else if (!cause->comes) {
        edge(number(&fate, Phase::come), number(cause, Phase::go));
      }
    }
  }

  void link_after(const Fate& fate) {
    if (fate.to == nullptr) return;
    const std::string& kind = fate.to->id.kind;
    const std::size_t come = number(&fate, Phase::come);
    for (const ObjectId& needed : needs_of(*fate.to, *fate.kind, transition_.after)) {
      const Fate* cause = fates_.find(needed);
      edge(number(cause, Phase::come), come);
      const std::size_t take_over = number(cause, Phase::take_over);
      if (take_over == kNoNode) continue;
      if (kind == model::kPartitionKind) {
        edge(come, take_over);
      } else if (!fate.kind->clause(*fate.to) && kind != model::kIndexKind) {  // which partitions need
        edge(take_over, come);
      }
    }
  }

  /// Whoever takes a name waits for the one that had it.
  void link_names() {
    std::map<std::pair<std::string, std::string>, std::size_t> leaving;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Fate& fate = *nodes_[i].fate;
      if (nodes_[i].phase != Phase::go) continue;
      if (const auto name = fate.kind->relation_name(*fate.from)) leaving[{fate.from->id.schema, *name}] = i;
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Fate& fate = *nodes_[i].fate;
      if (nodes_[i].phase != Phase::come || !fate.comes) continue;
      const auto name = fate.kind->relation_name(*fate.to);
      if (!name) continue;
      const auto found = leaving.find({fate.to->id.schema, *name});
      if (found != leaving.end() && nodes_[found->second].fate != &fate) edge(found->second, i);
    }
  }

  /// The table and those that it is a partition of, in the state after.
  [[nodiscard]] std::vector<ObjectId> with_wholes(ObjectId table) const {
    std::vector<ObjectId> tables{table};
    for (const Object* part = nullptr; (part = transition_.after.find(model::attachment_of(table)));) {
      const auto& partition = part->state.as<model::Partition>();
      table = {std::string(model::kTableKind), partition.parent_schema, partition.parent, {}};
      tables.push_back(table);
    }
    return tables;
  }

  /// A reference is kept by the first unique index that will do: it waits until all those of its target are
  /// as they shall be, and those of its partitions.
  void link_references() {
    std::map<ObjectId, std::vector<const Fate*>> keys;
    for (const Fate* fate : fates_.all()) {
      if (!keeps_references(fate->id())) continue;
      const ObjectId table = *fate->kind->owner(fate->to != nullptr ? *fate->to : *fate->from);
      const Fate* owner = fates_.find(table);
      if (owner != nullptr && owner->comes) continue;
      for (const ObjectId& whole : with_wholes(table)) keys[whole].push_back(fate);
    }
    if (keys.empty()) return;
    for (const Fate* fate : fates_.all()) {
      if (fate->id().kind != model::kForeignKeyKind || !fate->comes) continue;
      const auto& reference = fate->to->state.as<model::ForeignKey>();
      const auto found = keys.find({std::string(model::kTableKind), reference.schema, reference.table, {}});
      if (found == keys.end()) continue;
      for (const Fate* key : found->second) {
        for (const Phase phase : {Phase::go, Phase::come, Phase::discard})
          edge(number(key, phase), number(fate, Phase::come));
      }
    }
  }

  static bool keeps_references(const ObjectId& id) {
    return id.kind == model::kPrimaryKeyKind || id.kind == model::kUniqueKind || id.kind == model::kIndexKind;
  }

  void find_owner(Node& node) {
    if (node.phase != Phase::go && node.phase != Phase::come) return;
    const Object& object = node.phase == Phase::come ? *node.fate->to : *node.fate->from;
    if (const auto owner = node.fate->kind->owner(object)) node.owner = number(*owner, node.phase);
    node.root = number(*node.place.root, node.phase);
  }

  void link_wishes(std::size_t come, const Fate& fate) {
    if (come == kNoNode) return;
    for (const ObjectId& wish : fate.kind->wishes(*fate.to, transition_.after)) {
      const std::size_t first = number(wish, Phase::come);
      if (first != kNoNode && !leads_to(come, first)) edge(first, come);
    }
  }

  /// Whether one waits for the other, where everything comes with what it belongs to in the end, as it will
  /// if it can.
  [[nodiscard]] bool leads_to(std::size_t from, std::size_t to) const {
    std::vector<bool> seen(nodes_.size());
    std::vector<std::size_t> waiting;
    const auto enter = [&](std::size_t node) {
      if (node == kNoNode || seen[node]) return;
      seen[node] = true;
      waiting.push_back(node);
    };
    for (enter(from); !waiting.empty();) {
      const std::size_t node = waiting.back();
      waiting.pop_back();
      for (const std::size_t next : nodes_[node].after) {
        enter(next);
        enter(nodes_[next].root);
      }
    }
    return seen[to];
  }

  const Fates& fates_;
  const model::Transition& transition_;
  std::span<const model::ObjectKind* const> kinds_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string_view, std::size_t> kind_indices_;
  std::vector<Numbers> numbers_;         // by the ranks of fates
  std::deque<ObjectId> unknown_owners_;  // which places may point to
};

}  // namespace

std::vector<Node> nodes_of(const Fates& fates, const model::Transition& transition,
                           std::span<const model::ObjectKind* const> kinds) {
  return Graph(fates, transition, kinds).run();
}

}  // namespace schemac::compiler::plan
