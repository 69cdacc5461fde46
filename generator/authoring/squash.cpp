// The plan of a squash is made from the two states alone; what the migrations between them knew beside is
// which objects were renamed.
#include "authoring/squash.hpp"

#include <algorithm>
#include <set>

#include "authoring/writing.hpp"
#include "history/change_file.hpp"
#include "history/fold.hpp"
#include "model/enumeration.hpp"

namespace schemac::compiler::authoring {
namespace {

using history::Migration;
using model::ObjectId;
using model::Rename;
using Range = std::span<const Migration>;

/// The identity after `renames`.
ObjectId after(const ObjectId& id, const std::vector<Rename>& renames) {
  const bool value = id.kind == model::kEnumValueKind;
  const ObjectId owner{std::string(model::kEnumKind), id.schema, id.name, {}};
  auto objects = diff::renamed({{id, {}, {}, {}}, {value ? owner : id, {}, {}, {}}}, renames);
  ObjectId result = std::move(objects[0].id);
  if (value) result.name = objects[1].id.name;
  return result;
}

/// All renames of the range, each from the name that its object had at first to the one that it has at last.
std::vector<Rename> composed(Range range) {
  std::vector<Rename> renames;
  for (const Migration& migration : range) {
    for (const Rename& rename : migration.renames) {
      for (Rename& earlier : renames) {
        earlier.to = after(earlier.to, {rename});
        earlier.from = after(earlier.from, {rename});
      }
      renames.push_back(rename);
    }
  }
  return renames;
}

/// Renames of what was there before the range and is there after it, which the plan has not done.
void refuse_lost_renames(const std::vector<Rename>& wanted, const plan::Evolution& up,
                         const model::Model& before, const model::Model& target,
                         support::Diagnostics& diagnostics) {
  for (const Rename& rename : wanted) {
    const bool survives = before.find(rename.from) != nullptr && target.find(rename.to) != nullptr;
    const bool done = std::any_of(up.renaming.renames.begin(), up.renaming.renames.end(),
                                  [&](const Rename& each) { return each.to == rename.to; });
    if (!survives || done || rename.from == rename.to) continue;
    diagnostics
        .error({}, "SC6009",
               model::to_string(rename.from) + " becomes " + model::to_string(rename.to) +
                   ", and another takes its name",
               "in one step that would be another object with the same rows")
        .help = "squash up to the migration that renames it, and from there on";
  }
}

void refuse_hand_written(Range range, support::Diagnostics& diagnostics) {
  for (const Migration& migration : range) {
    if (!migration.hand_written) continue;
    diagnostics
        .error({}, "SC6008", migration.version + " is written by hand",
               "its statements are in no change file")
        .help =
        "squash what is before it and what is behind it, or --allow SC6008 to leave its statements out";
  }
}

Migration frame_of(Range range, const std::string& name) {
  std::set<std::string> versions;
  std::set<std::string> parents;
  for (const Migration& migration : range) {
    versions.insert(migration.version);
    versions.insert(migration.replaces.begin(), migration.replaces.end());
    parents.insert(migration.parents.begin(), migration.parents.end());
  }
  Migration whole;
  whole.version = range.back().version.substr(0, range.back().version.find('_') + 1) + name;
  for (const Migration& migration : range) whole.replaces.push_back(migration.version);
  std::set_difference(parents.begin(), parents.end(), versions.begin(), versions.end(),
                      std::back_inserter(whole.parents));
  return whole;
}

}  // namespace

std::optional<Rewritten> squash(std::span<const Migration> migrations, std::size_t first, std::size_t count,
                                const std::string& name, bool leave_out,
                                std::span<const model::ObjectKind* const> kinds,
                                support::Diagnostics& diagnostics) {
  const Range range = migrations.subspan(first, count);
  if (!leave_out) refuse_hand_written(range, diagnostics);
  const model::Model before = history::fold(migrations.first(first), diagnostics).model;
  const model::Model target = history::fold(migrations.first(first + count), diagnostics).model;
  const std::vector<Rename> renames = composed(range);
  const model::Model hinted = with_renames(target, renames);
  const plan::Evolution up = plan::evolve(before, hinted, kinds);
  refuse_lost_renames(renames, up, before, target, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  const plan::Evolution down = plan::evolve_back(before, hinted, up, kinds);
  Rewritten result{{}, frame_of(range, name), {}};
  result.replaces = result.migration.replaces;
  result.migration.renames = up.renaming.renames;
  result.migration.changes = up.changes;
  result.migration.hazards = codes_of(up.steps);
  result.files = {script_of(up, result.replaces), script_of(down), history::to_change_file(result.migration)};
  return result;
}

}  // namespace schemac::compiler::authoring
