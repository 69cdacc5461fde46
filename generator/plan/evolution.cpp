// Renames come first, so that every other step speaks of things by the names that they have in the end.
#include "plan/evolution.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "plan/plan.hpp"

namespace schemac::compiler::plan {
namespace {

using model::Rename;
using model::Step;

const model::ObjectKind& kind_of(const Rename& rename, std::span<const model::ObjectKind* const> kinds) {
  const std::string_view name =
      rename.from.kind == model::kEnumValueKind ? model::kEnumKind : rename.from.kind;
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const auto* kind) { return kind->name() == name; });
  if (found == kinds.end()) throw std::logic_error("plan: no such kind: " + model::to_string(rename.from));
  return **found;
}

/// Its name among its likes: of a part the part's own.
std::string own_name(const model::ObjectId& id) {
  return id.part.empty() || id.kind == model::kFunctionKind ? id.name : id.part;
}

std::vector<Step> rename_steps(const std::vector<Rename>& renames, const model::Model& before,
                               std::span<const model::ObjectKind* const> kinds) {
  std::vector<Step> steps;
  for (const Rename& rename : renames) {
    const model::Object* renamed = before.find(rename.to);
    model::Object object = renamed == nullptr ? model::Object{} : *renamed;
    object.id = rename.from;
    std::string sql = kind_of(rename, kinds).rename(object, own_name(rename.to));
    if (!sql.empty()) steps.push_back({rename.to, std::move(sql)});
  }
  return steps;
}

}  // namespace

Evolution evolve(const model::Model& before, const model::Model& after,
                 std::span<const model::ObjectKind* const> kinds) {
  Evolution evolution{diff::rename(before, after), {}, {}};
  const model::Model& renamed = evolution.renaming.before;
  evolution.changes = diff::diff(renamed, after);
  evolution.steps = rename_steps(evolution.renaming.renames, renamed, kinds);
  for (Step& step : plan(renamed, after, evolution.changes, kinds))
    evolution.steps.push_back(std::move(step));
  return evolution;
}

Evolution evolve_back(const model::Model& before, const model::Model& after, const Evolution& way,
                      std::span<const model::ObjectKind* const> kinds) {
  model::Hints hints;
  for (const Rename& rename : way.renaming.renames) hints.renames.push_back({rename.to, rename.from, {}});
  hints.sort();
  const model::Model target(before.project(), {before.objects().begin(), before.objects().end()},
                            std::move(hints));
  return evolve(after, target, kinds);
}

}  // namespace schemac::compiler::plan
