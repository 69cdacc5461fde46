// Refuses foreign keys to columns that are no key.
#include <algorithm>

#include "lint/access_path.hpp"
#include "lint/lints.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

/// A partial index does not make a column unique, and a reference cannot wait for a deferrable key.
bool is_target(const AccessPath& path, const std::vector<std::string>& columns) {
  if (!path.index.unique || !path.index.predicate.empty()) return false;
  if (!path.is_index() && path.object->state.as<model::Key>().deferrable != model::Deferrable::no)
    return false;
  const auto key = path.columns();
  return key.size() == columns.size() && std::is_permutation(key.begin(), key.end(), columns.begin());
}

class ForeignKeyTarget final : public Lint {
 public:
  std::string_view code() const override { return "SC1413"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "A foreign key points at columns that no key makes unique: PostgreSQL refuses it.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    const AccessPaths paths(input.model);
    for (const model::Object& object : input.model.of_kind(model::kForeignKeyKind)) {
      const auto& key = object.state.as<model::ForeignKey>();
      const model::ObjectId target{std::string(model::kTableKind), key.schema, key.table, {}};
      const auto ways = paths.of(target);
      if (std::any_of(ways.begin(), ways.end(),
                      [&](const AccessPath& path) { return is_target(path, key.target_columns); })) {
        continue;
      }
      std::string columns;
      for (const std::string& column : key.target_columns) columns += (columns.empty() ? "" : ", ") + column;
      report(diagnostics, object.origin, "`" + key.table + "` has no unique key on (" + columns + ")",
             "a foreign key needs one to point at")
          .help = "add a primary key or a unique constraint on just these columns";
    }
  }
};

}  // namespace

const Lint& foreign_key_target() {
  static const ForeignKeyTarget kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
