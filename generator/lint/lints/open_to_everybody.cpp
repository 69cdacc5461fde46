// Finds grants and policies for everybody who can connect.
#include <algorithm>
#include "lint/lints.hpp"
#include "model/policy.hpp"
#include "model/role.hpp"

namespace schemac::compiler::lint {
namespace {

class OpenToEverybody final : public Lint {
 public:
  std::string_view code() const override { return "SC3040"; }
  support::Severity severity() const override { return support::Severity::warning; }
  std::string_view explanation() const override {
    return "What is open to `public` is open to every role that there ever will be.";
  }

  void check(const Input& input, support::Diagnostics& diagnostics) const override {
    for (const model::Object& object : input.model.of_kind(model::kPrivilegeKind)) {
      if (object.state.as<model::Privilege>().role == model::kPublicRole)
        warn(object, "`" + object.id.name + "` is open to everybody", diagnostics);
    }
    for (const model::Object& object : input.model.of_kind(model::kPolicyKind)) {
      const auto& policy = object.state.as<model::Policy>();
      const auto& roles = policy.roles;
      // A restrictive policy only takes away: there, everybody is what is meant.
      if (policy.restrictive || std::find(roles.begin(), roles.end(), model::kPublicRole) == roles.end())
        continue;
      warn(object, "the policy `" + object.id.part + "` is for everybody", diagnostics);
    }
  }

 private:
  void warn(const model::Object& object, std::string message, support::Diagnostics& diagnostics) const {
    report(diagnostics, object.origin, std::move(message), "`public` is every role, present and future")
        .help = "name the roles that need it";
  }
};

}  // namespace

const Lint& open_to_everybody() {
  static const OpenToEverybody kLint;
  return kLint;
}

}  // namespace schemac::compiler::lint
