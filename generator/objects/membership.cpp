// Roles within roles. Made by the key "roles", from "member_of".
#include "model/role.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"

namespace schemac::compiler::objects {
namespace {

/// GRANT reader TO citizen. Other databases of the server see it too, and a second one changes nothing.
class MembershipKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return {}; }
  void read(const syntax::Member&, model::TableDraft*, model::Draft&) const override {}

  std::string_view name() const override { return model::kMembershipKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Membership>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return role_id(object.id.name);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {role_id(object.id.name), role_id(object.id.part)};
  }
  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return "GRANT " + role_sql(object.id.part) + " TO " + role_sql(object.id.name);
  }
  std::string drop(const model::Object& object) const override {
    return "REVOKE " + role_sql(object.id.part) + " FROM " + role_sql(object.id.name);
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }
};

}  // namespace

const model::ObjectKind& membership_kind() {
  static const MembershipKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
