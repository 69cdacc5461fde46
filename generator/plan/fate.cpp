// Starts from the changes and follows the needs of the state before upwards: whoever needs what goes, or what
// is altered in a way that disturbs it, sheds the need, goes for a while, or is altered itself.
#include "plan/fate.hpp"

#include <algorithm>
#include <deque>
#include <stdexcept>
#include <unordered_map>

#include "model/inheritance.hpp"
#include "model/partition.hpp"
#include "model/table.hpp"
#include "plan/impossible.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Alteration;
using model::Object;
using model::ObjectId;
using model::Step;

class Decision {
 public:
  Decision(const model::Transition& transition, std::span<const model::ObjectKind* const> kinds)
      : transition_(transition) {
    for (const model::ObjectKind* kind : kinds) kinds_.emplace(kind->name(), kind);
  }

  Fates run(const std::vector<diff::Change>& changes) {
    for (const diff::Change& change : changes) begin(change);
    if (!touched_.empty()) note_dependents();
    while (!touched_.empty()) {
      const ObjectId id = touched_.front();
      touched_.pop_front();
      for (const Object* dependent : dependents_[id]) affect(fates_.of(id), *dependent);
    }
    fates_.rank();
    for (Fate* fate : fates_.all()) find_steps(*fate);
    return std::move(fates_);
  }

 private:
  [[nodiscard]] const model::ObjectKind& kind_of(const ObjectId& id) const {
    const auto found = kinds_.find(id.kind);
    if (found == kinds_.end()) throw std::logic_error("plan: no such kind: " + model::to_string(id));
    return *found->second;
  }

  Fate& fate_of(const ObjectId& id) {
    Fate& fate = fates_.of(id);
    if (fate.kind == nullptr) {
      fate.kind = &kind_of(id);
      fate.from = transition_.before.find(id);
      fate.to = transition_.after.find(id);
    }
    return fate;
  }

  void begin(const diff::Change& change) {
    Fate& fate = fate_of(change.id());
    fate.goes = !change.to;
    fate.comes = !change.from;
    if (change.from && change.to) {
      const Alteration alteration = fate.kind->alter(*fate.from, *fate.to, transition_);
      fate.altered = alteration.way == Alteration::Way::in_place;
      fate.superseded = supersedes(alteration);
      fate.goes = fate.comes = !fate.altered;
      if (fate.altered) fate.reduced = fate.kind->make_way(*fate.from, *fate.to);
    }
    if (fate.from != nullptr) touched_.push_back(change.id());
  }

  void note_dependents() {
    for (const Object& object : transition_.before.objects()) {
      const model::ObjectKind& kind = kind_of(object.id);
      for (const ObjectId& id : needs_of(object, kind, transition_.before))
        dependents_[id].push_back(&object);
    }
  }

  /// A partition or a child waits for all parts of its table and of its parent, but can do without them; so
  /// can a partition's columns when it is handed on to the parent's successor.
  static bool waits_only(const ObjectId& object, const Fate& cause) {
    const ObjectId& needed = cause.from->id;
    if (object.kind == model::kPartitionKind || object.kind == model::kInheritanceKind)
      return needed.kind != model::kTableKind;
    return object.kind == model::kColumnKind && needed.kind == model::kColumnKind && cause.silent;
  }

  /// `object` needs what `cause` is about.
  void affect(const Fate& cause, const Object& object) {
    if (waits_only(object.id, cause)) return;
    Fate& fate = fate_of(object.id);
    if (fate.goes && !fate.superseded) return;
    const bool disturbed = cause.altered && cause.kind->disturbs(cause.now(), *cause.to, object);
    if (!cause.goes && !disturbed) return;
    const auto owner = fate.kind->owner(object);
    const bool belongs = owner && *owner == cause.from->id;
    if (belongs && cause.goes) return follow(cause, fate, object);
    if (cause.superseded && hold_on(cause, fate)) return;
    if (shed(cause, fate, object)) return;
    if (!fate.kind->endures(object)) return rebuild(fate, object);
    const bool order_will_do = fate.altered && cause.to == nullptr;
    if (fate.to != nullptr && !order_will_do && cause.goes && needs_still(cause, fate)) {
      throw Impossible(model::to_string(cause.from->id) + " cannot be changed but by dropping it, and " +
                       model::to_string(object.id) + " stays and needs it");
    }
  }

  [[nodiscard]] bool needs_still(const Fate& cause, const Fate& fate) const {
    const auto needs = needs_of(*fate.to, *fate.kind, transition_.after);
    return std::find(needs.begin(), needs.end(), cause.from->id) != needs.end();
  }

  /// What it belongs to goes.
  void follow(const Fate& cause, Fate& fate, const Object& object) {
    fate.silent = cause.superseded && !fate.kind->relation_name(object);
    rebuild(fate, object);
  }

  void rebuild(Fate& fate, const Object& object) {
    fate.goes = true;
    fate.comes = fate.to != nullptr;
    fate.altered = fate.superseded = false;
    touched_.push_back(object.id);
  }

  /// A type that it uses is superseded: it moves to the successor.
  bool hold_on(const Fate& cause, Fate& fate) {
    if (fate.moved.contains(cause.from->id)) return true;
    auto aside = fate.kind->with_type_aside(fate.now(), cause.from->id, aside_name(cause.from->id.name));
    if (!aside || fate.to == nullptr) return false;
    fate.aside = std::move(aside);
    fate.moved.insert(cause.from->id);
    if (fate.superseded) return true;
    fate.superseded = supersedes(fate.kind->alter(*fate.aside, *fate.to, transition_));
    fate.altered = !fate.superseded;
    fate.goes = fate.comes = fate.superseded;
    touched_.push_back(fate.from->id);
    return true;
  }

  static bool supersedes(const Alteration& alteration) {
    return alteration.way == Alteration::Way::supersede;
  }

  bool shed(const Fate& cause, Fate& fate, const Object& object) {
    if (fate.shed.contains(cause.from->id)) return true;
    if (fate.to == nullptr || !fate.kind->endures(object)) return false;
    if (!fate.kind->without(object, cause.from->id)) return false;
    const Object& now = fate.reduced ? *fate.reduced : object;
    if (auto reduced = fate.kind->without(now, cause.from->id)) fate.reduced = std::move(reduced);
    if (auto aside = fate.aside ? fate.kind->without(*fate.aside, cause.from->id) : std::nullopt)
      fate.aside = std::move(aside);
    fate.shed.insert(cause.from->id);
    fate.altered = !fate.superseded;
    return true;
  }

  /// However new a partition is, what it is attached to may be in use.
  [[nodiscard]] bool is_born_with_its_owner(const Fate& fate) const {
    if (fate.to->id.kind == model::kPartitionKind) return false;
    for (auto owner = fate.kind->owner(*fate.to); owner;) {
      const Fate* found = fates_.find(*owner);
      if (found != nullptr && found->comes) return true;
      const Object* above = transition_.after.find(*owner);
      if (above == nullptr) return false;
      owner = kind_of(*owner).owner(*above);
    }
    return false;
  }

  void find_steps(Fate& fate) {
    const model::ObjectKind& kind = *fate.kind;
    if (fate.reduced && !fate.goes) {
      fate.reduction = kind.alter(*fate.from, *fate.reduced, transition_).steps;
    }
    if (fate.altered) {
      if (!(fate.now().state == fate.to->state))
        fate.arrival = kind.alter(fate.now(), *fate.to, transition_).steps;
    }
    if (fate.superseded) supersede(fate);
    if (fate.goes && !fate.superseded && !fate.silent) fate.removal = kind.remove(*fate.from, transition_);
    fate.born = fate.comes && is_born_with_its_owner(fate);
    if (fate.comes && !fate.born) fate.arrival = kind.add(*fate.to, transition_);
  }

  void supersede(Fate& fate) const {
    const std::string aside = aside_name(fate.from->id.name);
    fate.removal = {fate.kind->move_aside(*fate.from, aside, transition_)};
    fate.take_over = fate.kind->take_over(*fate.to, aside, transition_);
    Object old = *fate.from;
    old.id.name = aside;
    fate.discard = fate.kind->remove(old, transition_);
    for (Step& step : fate.discard) step.hazards.clear();  // what it held is its successor's
  }

  const model::Transition& transition_;
  std::unordered_map<std::string_view, const model::ObjectKind*> kinds_;
  Fates fates_;
  std::deque<ObjectId> touched_;  // whose dependents are still to be looked at
  std::unordered_map<ObjectId, std::vector<const Object*>, ObjectIdHash> dependents_;
};

}  // namespace

std::size_t ObjectIdHash::operator()(const ObjectId& id) const {
  std::size_t hash = 0;
  for (const std::string* name : {&id.kind, &id.schema, &id.name, &id.part})
    hash = hash * 31 + std::hash<std::string>{}(*name);
  return hash;
}

Fate& Fates::of(const ObjectId& id) {
  const auto [at, added] = by_id_.try_emplace(id);
  if (added) at->second = &fates_.emplace_back();
  return *at->second;
}

const Fate* Fates::find(const ObjectId& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

void Fates::rank() {
  for (Fate& fate : fates_) ranked_.push_back(&fate);
  const auto before = [](const Fate* a, const Fate* b) { return a->id() < b->id(); };
  // Most of them came in that order, as changes do.
  if (!std::is_sorted(ranked_.begin(), ranked_.end(), before))
    std::sort(ranked_.begin(), ranked_.end(), before);
  for (std::size_t i = 0; i < ranked_.size(); ++i) ranked_[i]->rank = i;
}

Fates decide(const model::Transition& transition, const std::vector<diff::Change>& changes,
             std::span<const model::ObjectKind* const> kinds) {
  return Decision(transition, kinds).run(changes);
}

std::vector<ObjectId> needs_of(const Object& object, const model::ObjectKind& kind,
                               const model::Model& model) {
  if (!object.recorded_needs) return kind.needs(object, model);
  std::vector<ObjectId> needs = *object.recorded_needs;
  if (auto owner = kind.owner(object)) needs.push_back(std::move(*owner));
  return needs;
}

std::string aside_name(const std::string& name) {
  constexpr std::string_view kSuffix = "__before";
  return name.substr(0, support::kMaxIdentifierBytes - kSuffix.size()) + std::string(kSuffix);
}

}  // namespace schemac::compiler::plan
