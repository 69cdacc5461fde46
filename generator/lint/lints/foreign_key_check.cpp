// Refuses `set null` where a check of the table then fails.
#include <algorithm>

#include "lint/lints.hpp"
#include "model/constraint.hpp"
#include "model/table.hpp"
#include "sql/null_truth.hpp"

namespace schemac::compiler::lint {
namespace {

class ForeignKeyCheck final : public Lint {
 public:
  std::string_view code() const override { return "SC1416"; }
  support::Severity severity() const override { return support::Severity::error; }
  std::string_view explanation() const override {
    return "ON DELETE SET NULL fails whenever it is needed, if a check of the table is false for NULL.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kForeignKeyKind)) {
      const auto& key = object.state.as<model::ForeignKey>();
      if (!key.sets_null()) continue;
      const model::ObjectId table{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
      for (const model::Object& check : input.model.parts(model::kCheckKind, table))
        check_one(object, key, check, diagnostics);
    }
  }

 private:
  void check_one(const model::Object& object, const model::ForeignKey& key, const model::Object& check,
                 support::Diagnostics& diagnostics) const {
    const std::string& condition = check.state.as<model::Check>().expression;
    const bool mentions = std::any_of(key.columns.begin(), key.columns.end(), [&](const std::string& name) {
      return condition.find(name) != std::string::npos;
    });
    if (!mentions || condition.find("NULL") == std::string::npos) return;  // the cheap question first
    if (!sql::is_false_when_null(condition, key.columns)) return;
    report(diagnostics, object.origin, "`set null` breaks the check `" + check.id.part + "`",
           "the action would always fail: " + condition)
        .help = "let the check hold for NULL, or choose `cascade` or `restrict`";
  }
};

}  // namespace

const Lint& foreign_key_check() {
  static const ForeignKeyCheck kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
