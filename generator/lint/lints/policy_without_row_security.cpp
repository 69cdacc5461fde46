// Finds policies of tables whose row security is off: read from a database, since definitions cannot say
// that.
#include "lint/lints.hpp"
#include "model/policy.hpp"
#include "model/table.hpp"

namespace schemac::compiler::lint {
namespace {

class PolicyWithoutRowSecurity final : public Lint {
 public:
  std::string_view code() const override { return "SC3042"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "A policy does nothing while the row security of its table is off.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kPolicyKind)) {
      const model::ObjectId flags{std::string(model::kRowSecurityKind), object.id.schema, object.id.name, {}};
      if (input.model.find(flags) != nullptr) continue;
      report(diagnostics, object.origin, "the policy `" + object.id.part + "` guards nothing",
             "row security is off for `" + object.id.name + "`")
          .help = "ALTER TABLE " + object.id.qualified_name() + " ENABLE ROW LEVEL SECURITY";
    }
  }
};

}  // namespace

const Lint& policy_without_row_security() {
  static const PolicyWithoutRowSecurity kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
