// Finds tables with row security on and no policy.
#include "lint/lints.hpp"
#include "model/policy.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class RowSecurityWithoutPolicy final : public Lint {
 public:
  std::string_view code() const override { return "SC3043"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "Where row security is on and no policy allows anything, nobody but the owner sees a row.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kRowSecurityKind)) {
      const model::ObjectId table{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
      if (allows(input.model, table) || kept(input.model, table)) continue;
      report(diagnostics, object.origin, "no policy lets anybody see a row of `" + table.name + "`",
             "row security is on")
          .help = "add a permissive policy to \"rls\", or say with \"keep\" why only the owner reads it";
    }
  }

 private:
  static bool allows(const model::Model& model, const model::ObjectId& table) {
    for (const model::Object& policy : model.parts(model::kPolicyKind, table)) {
      if (!policy.state.as<model::Policy>().restrictive) return true;
    }
    return false;
  }

  static bool kept(const model::Model& model, const model::ObjectId& id) {
    const model::Object* table = model.find(id);
    return table != nullptr && !table->notes.empty() && !table->notes.as<model::TableNotes>().keep.empty();
  }
};

}  // namespace

const Lint& row_security_without_policy() {
  static const RowSecurityWithoutPolicy kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
