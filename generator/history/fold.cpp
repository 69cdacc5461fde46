// Objects are kept by identity, with the version that changed each last, so that a conflict can name both
// sides.
#include "history/fold.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "diff/renaming.hpp"

namespace schemac::compiler::history {
namespace {

using model::Object;
using model::ObjectId;

class Folding {
 public:
  explicit Folding(support::Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  void apply(const Migration& migration) {
    check_parents(migration);
    if (!migration.renames.empty()) rename(migration);
    for (const diff::Change& change : migration.changes) apply(change, migration.version);
    for (const std::string& parent : migration.parents) heads_.erase(parent);
    for (const std::string& replaced : migration.replaces) heads_.erase(replaced);
    heads_.insert(migration.version);
    seen_.insert(migration.version);
    seen_.insert(migration.replaces.begin(), migration.replaces.end());
  }

  Fold finish() {
    std::vector<Object> objects;
    for (auto& [id, entry] : entries_) objects.push_back(std::move(entry.object));
    return {model::Model({}, std::move(objects)), {heads_.begin(), heads_.end()}, std::move(renames_)};
  }

 private:
  struct Entry {
    Object object;
    std::string version;  // of the migration that made it what it is
  };

  void check_parents(const Migration& migration) {
    for (const std::string& parent : migration.parents) {
      if (seen_.contains(parent)) continue;
      diagnostics_.error({}, "SC6003",
                         "the migration " + migration.version + " follows " + parent + ", which is not there",
                         "restore that folder");
    }
  }

  void rename(const Migration& migration) {
    std::vector<Object> objects;
    for (auto& [id, entry] : entries_) objects.push_back(entry.object);
    objects = diff::renamed(std::move(objects), migration.renames);
    std::map<ObjectId, Entry> next;
    auto entry = entries_.begin();
    for (Object& object : objects) {
      const bool same = object.id == entry->first && object.state == entry->second.object.state;
      ObjectId id = object.id;
      next.emplace(std::move(id), Entry{std::move(object), same ? entry->second.version : migration.version});
      ++entry;
    }
    entries_ = std::move(next);
    renames_.insert(renames_.end(), migration.renames.begin(), migration.renames.end());
  }

  void apply(const diff::Change& change, const std::string& version) {
    const auto found = entries_.find(change.id());
    const bool is_there = found != entries_.end();
    const bool fits = change.from ? is_there && found->second.object.state == change.from->state : !is_there;
    if (!fits) return report(change, version, is_there ? found->second.version : "");
    if (!change.to) {
      entries_.erase(found);
    } else {
      entries_.insert_or_assign(change.id(), Entry{*change.to, version});
    }
  }

  void report(const diff::Change& change, const std::string& version, const std::string& other) {
    const std::string object = model::to_string(change.id());
    const std::string reason =
        other.empty() ? "it is not there" : "as " + other + " has left it, it is another";
    diagnostics_.error(change.to ? change.to->origin : change.from->origin, "SC6002",
                       version + " changes " + object + ", but " + reason,
                       "two branches have changed one object: remove the later folder, and write it anew");
  }

  support::Diagnostics& diagnostics_;
  std::map<ObjectId, Entry> entries_;
  std::set<std::string> heads_;
  std::set<std::string> seen_;
  std::vector<model::Rename> renames_;
};

}  // namespace

Fold fold(std::span<const Migration> migrations, support::Diagnostics& diagnostics) {
  Folding folding(diagnostics);
  for (const Migration& migration : migrations) folding.apply(migration);
  return folding.finish();
}

}  // namespace schemac::compiler::history
