// Finds personal data that nothing guards: neither row security nor an audit of its table.
#include "lint/lints.hpp"
#include "model/column.hpp"
#include "model/policy.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class UnguardedPersonalData final : public Lint {
 public:
  std::string_view code() const override { return "SC3041"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Personal data needs rules for who sees which rows, or a record of who changed them.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (!table.notes.empty() && guarded(table.notes.as<model::TableNotes>())) continue;
      if (input.model.find(table.id.child(model::kRowSecurityKind, {})) != nullptr) continue;
      if (const model::Object* column = personal(input.model, table)) warn(table, *column, diagnostics);
    }
  }

 private:
  static bool guarded(const model::TableNotes& notes) {
    return !notes.keep.empty() || !notes.audit_table.empty();
  }

  /// The first of its columns that holds personal data.
  static const model::Object* personal(const model::Model& model, const model::Object& table) {
    for (const model::Object* column : model.columns(table.id)) {
      if (column->notes.empty()) continue;
      const auto& notes = column->notes.as<model::ColumnNotes>();
      if (notes.pii && notes.keep.empty()) return column;
    }
    return nullptr;
  }

  void warn(const model::Object& table, const model::Object& column,
            support::Diagnostics& diagnostics) const {
    report(diagnostics, column.origin, "nothing guards the personal data in `" + table.id.name + "`",
           "the table has neither row security nor an audit")
        .help =
        "say who sees which rows with \"rls\", have changes recorded with \"audit\", or say why neither is "
        "needed with \"keep\"";
  }
};

}  // namespace

const Lint& unguarded_personal_data() {
  static const UnguardedPersonalData kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
