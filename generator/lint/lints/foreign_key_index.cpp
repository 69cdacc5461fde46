// Finds foreign keys without an index on their columns.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::lint {
namespace {

/// All rows that matter are in it: it is whole, or leaves out only the rows that refer to nothing.
bool holds_references(const model::Index& index, const std::vector<std::string>& columns) {
  if (index.predicate.empty()) return true;
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
    return index.predicate == support::quote_identifier(column) + " IS NOT NULL";
  });
}

/// The first keys are the foreign key's columns, in any order.
bool serves(const model::Index& index, const std::vector<std::string>& columns) {
  const bool finds_equals = index.method == "btree" || index.method == "hash";
  if (!finds_equals || index.keys.size() < columns.size() || !holds_references(index, columns)) return false;
  const auto end = index.keys.begin() + static_cast<std::ptrdiff_t>(columns.size());
  return std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
    return std::any_of(index.keys.begin(), end, [&](const auto& key) { return key.column == column; });
  });
}

/// A reference may stand in its column's definition: then the column's "keep" is about it too.
bool is_kept(const model::Object& object, const model::Model& model) {
  if (!object.notes.empty() && !object.notes.as<model::ForeignKeyNotes>().keep.empty()) return true;
  const model::ObjectId table{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
  const auto& columns = object.state.as<model::ForeignKey>().columns;
  return std::any_of(columns.begin(), columns.end(), [&](const std::string& name) {
    const model::Object* column = model.find(table.child(model::kColumnKind, name));
    return column != nullptr && !column->notes.empty() &&
           !column->notes.as<model::ColumnNotes>().keep.empty();
  });
}

class ForeignKeyIndex final : public Lint {
 public:
  std::string_view code() const override { return "SC3001"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Without an index on a foreign key, every delete in the other table reads all of this one.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& object : input.model.of_kind(model::kForeignKeyKind)) {
      const auto& key = object.state.as<model::ForeignKey>();
      if (is_kept(object, input.model)) continue;
      const model::ObjectId table{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
      const auto ways = paths.of(table);
      if (std::any_of(ways.begin(), ways.end(),
                      [&](const AccessPath& path) { return serves(path.index, key.columns); })) {
        continue;
      }
      report_missing(object, key, diagnostics);
    }
  }

 private:
  void report_missing(const model::Object& object, const model::ForeignKey& key,
                      support::Diagnostics& diagnostics) const {
    std::string columns;
    for (const std::string& column : key.columns)
      columns += (columns.empty() ? "\"" : ", \"") + column + "\"";
    report(diagnostics, object.origin, "the foreign key `" + object.id.part + "` has no index",
           "every delete in `" + key.table + "` reads all of `" + object.id.name + "`")
        .help = "add [" + columns + "] to \"indexes\", or say why not with \"keep\"";
  }
};

}  // namespace

const Lint& foreign_key_index() {
  static const ForeignKeyIndex kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
