// The branch's changes are folded onto the state that the others leave; a script is made anew only where that
// state gives another plan than the one on which it was written.
#include "authoring/rebase.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "authoring/conflicts.hpp"
#include "authoring/writing.hpp"
#include "history/change_file.hpp"
#include "history/fold.hpp"

namespace schemac::compiler::authoring {
namespace {

using history::Migration;
using Versions = std::set<std::string>;

constexpr std::size_t kDigits = 14;  // of a version; `_` and a name follow

/// By version. A squash stands for what it replaces as well.
std::map<std::string, const Migration*> index_of(std::span<const Migration> migrations) {
  std::map<std::string, const Migration*> index;
  for (const Migration& migration : migrations) {
    index.emplace(migration.version, &migration);
    for (const std::string& replaced : migration.replaces) index.emplace(replaced, &migration);
  }
  return index;
}

/// A migration and all that it follows.
Versions line_of(const std::string& version, const std::map<std::string, const Migration*>& index) {
  Versions line;
  std::vector<std::string> open = {version};
  while (!open.empty()) {
    const auto found = index.find(open.back());
    open.pop_back();
    if (found == index.end() || !line.insert(found->second->version).second) continue;
    open.insert(open.end(), found->second->parents.begin(), found->second->parents.end());
  }
  return line;
}

class Rebase {
 public:
  Rebase(const std::vector<std::string>& branch, std::span<const Migration> migrations, const ReadFiles& read,
         std::span<const model::ObjectKind* const> kinds, support::Diagnostics& diagnostics)
      : read_(read), kinds_(kinds), diagnostics_(diagnostics) {
    const auto index = index_of(migrations);
    Versions line;
    for (const std::string& version : branch) line.merge(line_of(version, index));
    for (const Migration& migration : migrations) {
      const bool moved = std::find(branch.begin(), branch.end(), migration.version) != branch.end();
      (moved ? moved_ : rest_).push_back(migration);
      if (!moved && line.contains(migration.version)) common_.push_back(migration);
    }
  }

  bool is_possible(const support::Sources& sources) {
    MigrationList others;
    for (const Migration& migration : rest_) {
      const bool common = std::any_of(common_.begin(), common_.end(), [&](const Migration& each) {
        return each.version == migration.version;
      });
      if (!common) others.push_back(&migration);
    }
    MigrationList moved;
    std::vector<Migration> branch = common_;
    for (const Migration& migration : moved_) {
      moved.push_back(&migration);
      branch.push_back(migration);
    }
    const history::Fold theirs = history::fold(rest_, diagnostics_);
    const history::Fold ours = history::fold(branch, diagnostics_);
    if (diagnostics_.has_errors()) return false;
    report_conflicts({moved, ours.model, others, theirs.model}, kinds_, sources, diagnostics_);
    return !diagnostics_.has_errors();
  }

  std::vector<Rewritten> run() {
    std::vector<Rewritten> result;
    for (const Migration& migration : moved_) {
      result.push_back(move(migration));
      common_.push_back(migration);
      rest_.push_back(result.back().migration);
    }
    return result;
  }

 private:
  struct Ways {
    plan::Evolution up;
    plan::Evolution down;
  };

  Ways ways(const std::vector<Migration>& line, const Migration& migration) const {
    std::vector<Migration> with = line;
    with.push_back(migration);
    const model::Model before = history::fold(line, diagnostics_).model;
    const model::Model after = with_renames(history::fold(with, diagnostics_).model, migration.renames);
    Ways ways{plan::evolve(before, after, kinds_), {}};
    ways.down = plan::evolve_back(before, after, ways.up, kinds_);
    return ways;
  }

  Rewritten move(const Migration& migration) {
    const std::string& last = rest_.back().version;
    Rewritten result{{migration.version}, migration, read_(migration.version)};
    Migration& moved = result.migration;
    moved.parents = history::fold(rest_, diagnostics_).heads;
    if (moved.version.substr(0, kDigits) <= last.substr(0, kDigits))
      moved.version = next_version(moved.version.substr(kDigits + 1), last);
    if (!migration.hand_written) {
      const Ways old_ways = ways(common_, migration);
      const Ways new_ways = ways(rest_, moved);
      plan_anew(result.files.up, "up.sql", old_ways.up, new_ways.up, moved);
      plan_anew(result.files.down, "down.sql", old_ways.down, new_ways.down, moved);
      moved.hazards = codes_of(new_ways.up.steps);
    }
    result.files.change = history::to_change_file(moved);
    return result;
  }

  void plan_anew(std::string& text, std::string_view file, const plan::Evolution& old_way,
                 const plan::Evolution& new_way, const Migration& migration) {
    const std::string before = script_of(old_way, migration.replaces);
    const std::string after = script_of(new_way, migration.replaces);
    if (before == after) return;
    if (text != before) {
      diagnostics_
          .error({}, "SC6007",
                 migration.version + " needs another " + std::string(file) +
                     " now, and the one that is there was changed by hand")
          .help =
          "take the folder away, write it anew with `schemac migrate new`, and make the changes again";
    }
    text = after;
  }

  const ReadFiles& read_;
  std::span<const model::ObjectKind* const> kinds_;
  support::Diagnostics& diagnostics_;
  std::vector<Migration> common_;  ///< what both follow; then the branch as it was
  std::vector<Migration> rest_;    ///< all but the branch; then the branch as it will be
  std::vector<Migration> moved_;
};

}  // namespace

std::vector<std::string> branch_of(const std::string& version, std::span<const Migration> migrations) {
  const auto index = index_of(migrations);
  support::Diagnostics elsewhere;
  Versions own;
  Versions others;
  for (const std::string& head : history::fold(migrations, elsewhere).heads) {
    const Versions line = line_of(head, index);
    (line.contains(version) ? own : others).insert(line.begin(), line.end());
  }
  std::vector<std::string> branch;
  if (others.empty()) return branch;
  std::set_difference(own.begin(), own.end(), others.begin(), others.end(), std::back_inserter(branch));
  return branch;
}

std::vector<Rewritten> rebase(const std::vector<std::string>& branch, std::span<const Migration> migrations,
                              const ReadFiles& read, std::span<const model::ObjectKind* const> kinds,
                              const support::Sources& sources, support::Diagnostics& diagnostics) {
  Rebase rebase(branch, migrations, read, kinds, diagnostics);
  if (!rebase.is_possible(sources)) return {};
  auto result = rebase.run();
  if (diagnostics.has_errors()) result.clear();
  return result;
}

}  // namespace schemac::compiler::authoring
