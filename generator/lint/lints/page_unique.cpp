// Refuses page orders in which two rows may be equal.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

bool is_unique_within(const AccessPath& path, const model::Page& page) {
  const auto columns = path.columns();
  if (!path.index.unique || !path.index.predicate.empty() || columns.empty()) return false;
  return std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
    return std::any_of(page.keys.begin(), page.keys.end(),
                       [&](const model::PageKey& key) { return key.column == column; });
  });
}

class PageUnique final : public Lint {
 public:
  std::string_view code() const override { return "SC1442"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "Rows that are equal in a page order are skipped or repeated between pages.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (table.notes.empty()) continue;
      for (const model::Page& page : table.notes.as<model::TableNotes>().pages) {
        const auto ways = paths.of(table.id);
        if (std::any_of(ways.begin(), ways.end(),
                        [&](const AccessPath& path) { return is_unique_within(path, page); })) {
          continue;
        }
        report(diagnostics, table.origin,
               "two rows of `" + table.id.name + "` may be equal in the page order `" + page.name + "`",
               "its columns are not unique together")
            .help = "end the order with the columns of the primary key";
      }
    }
  }
};

}  // namespace

const Lint& page_unique() {
  static const PageUnique kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
