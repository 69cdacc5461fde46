// What becomes of each object that a plan touches, before the steps are put in order.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "diff/diff.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::plan {

/// An object may go and come back in one plan (with another state, or because something that it needs does),
/// or be superseded: then its going is a renaming, and the renamed one is dropped in the end.
struct Fate {
  std::size_t rank = 0;  ///< among all fates of a plan, in the order of their identities
  const model::ObjectKind* kind = nullptr;
  const model::Object* from = nullptr;  ///< in the state before; nullptr: not there
  const model::Object* to = nullptr;    ///< in the state after; nullptr: not there
  bool goes = false;
  bool comes = false;
  bool born = false;     ///< comes with what it belongs to: nothing is there yet, and CREATE will do
  bool altered = false;  ///< stays the same object, with other properties
  bool superseded = false;
  bool silent = false;  ///< goes along with its superseded owner, without a statement

  std::optional<model::Object> reduced = {};  ///< `from` without what goes; it is altered to this first
  std::set<model::ObjectId> shed = {};        ///< what it does not need any more then
  std::set<model::ObjectId> moved = {};       ///< the superseded types whose successors it moves to
  std::optional<model::Object> aside = {};    ///< what it reads as while types that it uses are renamed

  std::vector<model::Step> reduction = {};  ///< from `from` to `reduced`
  std::vector<model::Step> removal = {};    ///< where it goes by itself
  std::vector<model::Step> arrival = {};    ///< where it comes to what exists, or is altered
  std::vector<model::Step> take_over = {};  ///< moves what the superseded one holds
  std::vector<model::Step> discard = {};    ///< drops the superseded one

  /// What it reads as when it is altered.
  [[nodiscard]] const model::Object& now() const { return aside ? *aside : reduced ? *reduced : *from; }
  [[nodiscard]] const model::ObjectId& id() const { return to != nullptr ? to->id : from->id; }
};

struct ObjectIdHash {
  std::size_t operator()(const model::ObjectId& id) const;
};

/// The fates of a plan.
class Fates {
 public:
  Fates() = default;
  Fates(Fates&&) = default;  // no copies: the fates stay where they are, and are pointed to

  /// That of an object; a new one where it had none, which stays where it is.
  Fate& of(const model::ObjectId& id);
  /// nullptr: the plan does not touch the object.
  [[nodiscard]] const Fate* find(const model::ObjectId& id) const;
  /// Gives all fates their ranks.
  void rank();
  /// By rank.
  [[nodiscard]] std::span<Fate* const> all() const { return ranked_; }

 private:
  std::deque<Fate> fates_;
  std::unordered_map<model::ObjectId, Fate*, ObjectIdHash> by_id_;
  std::vector<Fate*> ranked_;
};

/// @throws std::logic_error where a kind is not among `kinds`; Impossible where an object that must stay
/// needs one that goes.
Fates decide(const model::Transition& transition, const std::vector<diff::Change>& changes,
             std::span<const model::ObjectKind* const> kinds);

/// What an object needs: as the database says that it was read from, else as its kind does.
std::vector<model::ObjectId> needs_of(const model::Object& object, const model::ObjectKind& kind,
                                      const model::Model& model);

/// The name of an object that is out of the way of its successor.
std::string aside_name(const std::string& name);

}  // namespace schemac::compiler::plan
