// Refuses `set null` on columns that cannot be NULL.
#include "lint/lints.hpp"
#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class ForeignKeySetNull final : public Lint {
 public:
  std::string_view code() const override { return "SC1414"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "ON DELETE SET NULL on a NOT NULL column fails whenever it is needed.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kForeignKeyKind)) {
      const auto& key = object.state.as<model::ForeignKey>();
      if (!key.sets_null()) continue;
      for (const std::string& name : key.columns) check_column(input.model, object, name, diagnostics);
    }
  }

 private:
  void check_column(const model::Model& model, const model::Object& key, const std::string& name,
                    support::Diagnostics& diagnostics) const {
    const model::ObjectId table{std::string(model::kTableKind), key.id.schema, key.id.name, {}};
    const model::Object* column = model.find(table.child(model::kColumnKind, name));
    if (column == nullptr || column->state.as<model::Column>().nullable) return;
    report(diagnostics, key.origin, "`set null` on column `" + name + "`, which is NOT NULL",
           "the action would always fail")
        .help = "let the column be NULL with `?`, or choose `cascade` or `restrict`";
  }
};

}  // namespace

const Lint& foreign_key_set_null() {
  static const ForeignKeySetNull kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
