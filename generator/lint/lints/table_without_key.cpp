// Finds tables without a primary key.
#include "lint/lints.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class TableWithoutKey final : public Lint {
 public:
  std::string_view code() const override { return "SC3006"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Rows of a table without a primary key cannot be told apart, updated alone or replicated.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& table : input.model.of_kind(model::kTableKind)) {
      if (!table.notes.empty() && !table.notes.as<model::TableNotes>().keep.empty()) continue;
      if (!input.model.parts(model::kPrimaryKeyKind, table.id).empty()) continue;
      report(diagnostics, table.origin, "the table `" + table.id.name + "` has no primary key",
             "its rows cannot be told apart")
          .help = "add \"primary_key\", or say why not with \"keep\"";
    }
  }
};

}  // namespace

const Lint& table_without_key() {
  static const TableWithoutKey kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
