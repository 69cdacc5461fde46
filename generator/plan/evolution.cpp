// Renames come first, so that every other step speaks of things by the names that they have in the end.
#include "plan/evolution.hpp"

#include <algorithm>
#include <stdexcept>

#include "model/enumeration.hpp"
#include "model/function.hpp"
#include "model/identity_sequence.hpp"
#include "plan/plan.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::plan {
namespace {

using model::ObjectId;
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

/// The name that an identity had before the renames. A part stands within the name that its owner has after
/// them.
ObjectId old_name(ObjectId id, const std::vector<Rename>& renames) {
  for (const Rename& rename : renames)
    if (rename.to == id) id = rename.from;
  for (const Rename& rename : renames) {
    const bool owner = rename.to.part.empty() && rename.to.schema == id.schema && rename.to.name == id.name;
    if (owner && !id.part.empty() && rename.to.kind != id.kind) id.name = rename.from.name;
  }
  return id;
}

/// The sequences of identities, which are named after a table and a column but do not follow them.
void rename_sequences(const std::vector<Rename>& renames, const model::Model& renamed,
                      std::vector<Step>& steps) {
  for (const model::Object& column : renamed.of_kind(model::kColumnKind)) {
    if (!model::takes_usual_sequence(column)) continue;
    const ObjectId before = old_name(column.id, renames);
    if (before == column.id) continue;
    const ObjectId old{"sequence", column.id.schema, model::identity_sequence(before.name, before.part), {}};
    const std::string name = model::identity_sequence(column.id.name, column.id.part);
    steps.push_back({column.id, "ALTER SEQUENCE " + old.qualified_name() + " RENAME TO " +
                                    support::quote_identifier(name)});
  }
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
  if (!renames.empty()) rename_sequences(renames, before, steps);
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
  for (const Rename& rename : way.renaming.renames) {
    Rename back{rename.to, rename.from, {}};
    const bool is_part = !back.to.part.empty() && back.to.name == back.from.name;
    if (is_part) back.from.name = back.to.name = old_name(rename.to, way.renaming.renames).name;
    hints.renames.push_back(std::move(back));
  }
  hints.sort();
  const model::Model target(before.project(), {before.objects().begin(), before.objects().end()},
                            std::move(hints));
  return evolve(after, target, kinds);
}

}  // namespace schemac::compiler::plan
