// Finds indexes that another index makes unnecessary.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

/// The columns that can be read from the index alone.
bool covers(const model::Index& index, const std::string& column) {
  return std::find(index.include.begin(), index.include.end(), column) != index.include.end() ||
         std::any_of(index.keys.begin(), index.keys.end(),
                     [&](const auto& key) { return key.column == column; });
}

/// Everything that `a` does, `b` does too.
bool replaces(const AccessPath& b, const AccessPath& a) {
  if (a.index.method != b.index.method || a.index.predicate != b.index.predicate) return false;
  const bool same_keys = a.index.keys == b.index.keys;
  if (a.index.method != "btree" && !same_keys) return false;
  const bool same_size = a.index.keys.size() == b.index.keys.size();
  if (a.index.unique && !(b.index.unique && same_size)) return false;
  return is_prefix(a.index.keys, b.index.keys) &&
         std::all_of(a.index.include.begin(), a.index.include.end(),
                     [&](const std::string& column) { return covers(b.index, column); });
}

bool is_kept(const model::Object& object) {
  return !object.notes.empty() && !object.notes.as<model::IndexNotes>().keep.empty();
}

class RedundantIndex final : public Lint {
 public:
  std::string_view code() const override { return "SC3002"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "An index whose keys lead another one only costs: every query that it serves is served by the "
           "other.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      for (const AccessPath& path : paths.of(table.id)) {
        if (path.is_index() && !is_kept(*path.object)) check_path(path, paths.of(table.id), diagnostics);
      }
    }
  }

 private:
  void check_path(const AccessPath& path, std::span<const AccessPath> others,
                  support::Diagnostics& diagnostics) const {
    for (const AccessPath& other : others) {
      if (other.object == path.object || !replaces(other, path)) continue;
      // Of two that replace each other, the first one stays.
      if (replaces(path, other) && other.is_index() && path.object->id < other.object->id) continue;
      report(diagnostics, path.object->origin, "the index `" + path.object->id.name + "` is redundant",
             other.label() + " serves the same queries")
          .help = "remove it, or say why not with \"keep\"";
      return;
    }
  }
};

}  // namespace

const Lint& redundant_index() {
  static const RedundantIndex kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
