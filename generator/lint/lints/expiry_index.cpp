// Finds tables whose expired rows no index leads to.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class ExpiryIndex final : public Lint {
 public:
  std::string_view code() const override { return "SC3009"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Without an index every batch of expired rows is looked for in the whole table.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (table.notes.empty()) continue;
      const auto& notes = table.notes.as<model::TableNotes>();
      const std::string& column = notes.expiry.column;
      if (column.empty() || !notes.keep.empty()) continue;
      const auto ways = paths.of(table.id);
      const bool indexed = std::any_of(ways.begin(), ways.end(), [&](const AccessPath& path) {
        return path.index.method == "btree" && path.index.keys.front().column == column;
      });
      if (indexed) continue;
      report(diagnostics, table.origin, "no index of `" + table.id.name + "` leads to the rows that expire",
             "every batch would read the whole table")
          .help = "add [\"" + column + "\"] to \"indexes\", or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& expiry_index() {
  static const ExpiryIndex kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
