// Finds page orders that no index provides.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/table.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::lint {
namespace {

std::vector<model::IndexKey> keys_of(const model::Page& page) {
  std::vector<model::IndexKey> keys;
  for (const model::PageKey& key : page.keys) {
    keys.emplace_back();
    keys.back().column = key.column;
    keys.back().descending = key.descending;
  }
  return keys;
}

/// An index that leaves out deleted rows holds all that pages show.
bool provides(const AccessPath& path, const std::vector<model::IndexKey>& order,
              const std::string& deleted_at) {
  const std::string& predicate = path.index.predicate;
  const bool holds_rows =
      predicate.empty() ||
      (!deleted_at.empty() && predicate == support::quote_identifier(deleted_at) + " IS NULL");
  return holds_rows && path.index.method == "btree" && is_prefix(order, path.index.keys);
}

class PageIndex final : public Lint {
 public:
  std::string_view code() const override { return "SC3007"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A page order without an index sorts the whole table for every page.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (table.notes.empty()) continue;
      const auto& notes = table.notes.as<model::TableNotes>();
      if (!notes.keep.empty()) continue;
      for (const model::Page& page : notes.pages) {
        const auto order = keys_of(page);
        const auto ways = paths.of(table.id);
        const auto fits = [&](const AccessPath& path) {
          return provides(path, order, notes.deleted_at_column);
        };
        if (std::none_of(ways.begin(), ways.end(), fits)) report_missing(table, page, diagnostics);
      }
    }
  }

 private:
  void report_missing(const model::Object& table, const model::Page& page,
                      support::Diagnostics& diagnostics) const {
    std::string keys;
    for (const model::PageKey& key : page.keys) {
      keys += (keys.empty() ? "\"" : ", \"") + key.column + (key.descending ? " desc\"" : "\"");
    }
    report(diagnostics, table.origin,
           "no index of `" + table.id.name + "` provides the page order `" + page.name + "`",
           "every page would sort the whole table")
        .help = "add [" + keys + "] to \"indexes\", or say why not with \"keep\"";
  }
};

}  // namespace

const Lint& page_index() {
  static const PageIndex kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
