// Refuses references from tables that survive a crash to tables that do not.
#include "lint/lints.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

bool is_unlogged(const model::Model& model, const std::string& schema, const std::string& name) {
  const model::Object* table = model.find({std::string(model::kTableKind), schema, name, {}});
  return table != nullptr && table->state.as<model::Table>().unlogged;
}

class ForeignKeyUnlogged final : public Lint {
 public:
  std::string_view code() const override { return "SC1415"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "An unlogged table is empty after a crash, so that references of other tables would point at "
           "nothing.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kForeignKeyKind)) {
      const auto& key = object.state.as<model::ForeignKey>();
      if (is_unlogged(input.model, object.id.schema, object.id.name)) continue;
      if (!is_unlogged(input.model, key.schema, key.table)) continue;
      report(diagnostics, object.origin,
             "`" + object.id.name + "` refers to the unlogged table `" + key.table + "`",
             "it is empty after a crash")
          .help = "make both tables unlogged, or neither";
    }
  }
};

}  // namespace

const Lint& foreign_key_unlogged() {
  static const ForeignKeyUnlogged kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
