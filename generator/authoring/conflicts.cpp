// Compares the objects that each side touches: those that it changes, those that it takes away, and those
// that what it makes stands on.
#include "authoring/conflicts.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace schemac::compiler::authoring {
namespace {

using model::ObjectId;

/// Where a branch touches an object.
struct Touch {
  const history::Migration* migration;
  support::Span place;
};
using Touches = std::map<ObjectId, Touch>;

struct Side {
  Touches changed;
  Touches gone;    ///< dropped, or called otherwise now
  Touches needed;  ///< by what it makes
};

void note_needs(const model::Object& object, const Touch& touch, const model::Model& model,
                std::span<const model::ObjectKind* const> kinds, Touches& needed) {
  const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                 [&](const auto* each) { return each->name() == object.id.kind; });
  if (kind == kinds.end()) return;
  for (ObjectId& id : (*kind)->needs(object, model)) needed.emplace(std::move(id), touch);
  if (auto owner = (*kind)->owner(object)) needed.emplace(std::move(*owner), touch);
}

Side side_of(const MigrationList& migrations, const model::Model& model,
             std::span<const model::ObjectKind* const> kinds) {
  Side side;
  for (const history::Migration* migration : migrations) {
    for (const model::Rename& rename : migration->renames) {
      const Touch touch{migration, rename.origin};
      side.changed.emplace(rename.from, touch);
      side.changed.emplace(rename.to, touch);
      side.gone.emplace(rename.from, touch);
    }
    for (const diff::Change& change : migration->changes) {
      const Touch touch{migration, (change.to ? change.to : change.from)->origin};
      side.changed.emplace(change.id(), touch);
      if (change.to) note_needs(*change.to, touch, model, kinds, side.needed);
      if (!change.to) side.gone.emplace(change.id(), touch);
    }
  }
  return side;
}

std::string place_of(const Touch& touch, const support::Sources& sources) {
  if (!touch.place.known()) return touch.migration->version;
  return std::string(sources.name(touch.place.file)) + ":" +
         std::to_string(sources.locate(touch.place.file, touch.place.begin).line);
}

class Comparison {
 public:
  Comparison(const support::Sources& sources, support::Diagnostics& diagnostics)
      : sources_(sources), diagnostics_(diagnostics) {}

  void compare(const Touches& moved, std::string_view does, const Touches& others, std::string_view they_do) {
    for (const auto& [id, touch] : moved) {
      const auto other = others.find(id);
      if (other == others.end()) continue;
      diagnostics_
          .error(touch.place, "SC6006",
                 touch.migration->version + " " + std::string(does) + " " + model::to_string(id) +
                     ", which " + other->second.migration->version + " " + std::string(they_do),
                 place_of(other->second, sources_) + " " + std::string(they_do) + " it")
          .help = "take your folder away, change the definitions so that both are in them, and write it anew";
    }
  }

 private:
  const support::Sources& sources_;
  support::Diagnostics& diagnostics_;
};

}  // namespace

void report_conflicts(const Branches& branches, std::span<const model::ObjectKind* const> kinds,
                      const support::Sources& sources, support::Diagnostics& diagnostics) {
  const Side moved = side_of(branches.moved, branches.moved_model, kinds);
  const Side others = side_of(branches.others, branches.others_model, kinds);
  Comparison comparison(sources, diagnostics);
  comparison.compare(moved.changed, "changes", others.changed, "changes");
  comparison.compare(moved.needed, "needs", others.gone, "takes away");
  comparison.compare(moved.gone, "takes away", others.needed, "needs");
}

}  // namespace schemac::compiler::authoring
