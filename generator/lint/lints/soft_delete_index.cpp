// Finds tables with soft delete all of whose indexes keep the deleted rows.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

bool looks_at(const AccessPath& path, const std::string& column) {
  const auto columns = path.columns();
  return path.index.predicate.find(column) != std::string::npos ||
         std::find(columns.begin(), columns.end(), column) != columns.end();
}

class SoftDeleteIndex final : public Lint {
 public:
  std::string_view code() const override { return "SC3013"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Every query passes deleted rows over, and every index keeps them.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (table.notes.empty()) continue;
      const auto& notes = table.notes.as<model::TableNotes>();
      const std::string& column = notes.deleted_at_column;
      if (column.empty() || !notes.keep.empty()) continue;
      const auto ways = paths.of(table.id);
      if (std::any_of(ways.begin(), ways.end(),
                      [&](const AccessPath& path) { return looks_at(path, column); })) {
        continue;
      }
      report(diagnostics, table.origin, "no index of `" + table.id.name + "` passes deleted rows over",
             "every query does")
          .help = "give one \"where\": \"" + column + " IS NULL\", or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& soft_delete_index() {
  static const SoftDeleteIndex kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
