// Roles: the shared key "roles". A server's databases share its roles, so another database may have made one
// already, or may still use it when this one drops it: both statements let that pass.
#include "model/role.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "model/constraint_names.hpp"
#include "model/hint_reading.hpp"
#include "model/key_reading.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

constexpr std::array<model::MemberSpec, 4> kMembers = {{
    {"doc", "Becomes a COMMENT ON.", &model::kTextForm},
    {"login", "true: a session may begin as it.", &model::kFlagForm},
    {"member_of", "The roles whose rights it has.", &model::kTextsForm},
    model::kRenamedFromKey,
}};
constexpr model::ValueForm kRole = model::object_of(kMembers);
constexpr model::ValueForm kRoles = model::map_of(kRole);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::shared, "roles", "Who grants and policies are for, by name. Never with a password.",
      false, &kRoles}}};

/// Words that SQL reads as something else where a role is due.
constexpr std::array<std::string_view, 5> kReserved = {"public", "none", "current_user", "session_user",
                                                       "current_role"};

/// The roles that `role` is in, directly or through others.
std::set<std::string> roles_above(const syntax::Value& roles, const std::string& role) {
  std::set<std::string> found;
  std::vector<std::string> waiting = {role};
  while (!waiting.empty()) {
    const syntax::Value* definition = roles.find(waiting.back());
    waiting.pop_back();
    const syntax::Value* above = definition == nullptr ? nullptr : definition->find("member_of");
    if (above == nullptr) continue;
    for (const syntax::Value& name : above->items) {
      if (found.insert(name.text).second) waiting.push_back(name.text);
    }
  }
  return found;
}

class RoleKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft*, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"roles\"")) return;
    for (const syntax::Member& definition : member.value.members) {
      if (definition.key != "//") read_one(definition, draft);
    }
    for (const syntax::Member& definition : member.value.members) {
      if (definition.key != "//") read_memberships(definition, member.value, draft);
    }
  }

  std::string_view name() const override { return model::kRoleKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Role>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object&) const override { return std::nullopt; }
  std::vector<model::ObjectId> needs(const model::Object&, const model::Model&) const override { return {}; }

  // Looked up first, since CREATE ROLE asks for a privilege that whoever finds the role need not have; caught
  // all the same, since another session may be faster.
  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const std::string role = support::quote_identifier(object.id.name);
    return "DO $$\nBEGIN\n"
           "    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = " +
           support::quote_literal(object.id.name) + ") THEN\n        CREATE ROLE " + role +
           (object.state.as<model::Role>().login ? " LOGIN" : " NOLOGIN") +
           ";\n    END IF;\n"
           "EXCEPTION WHEN duplicate_object OR unique_violation THEN\n    NULL;\nEND\n$$";
  }

  std::string rename(const model::Object& object, const std::string& name) const override {
    return "ALTER ROLE " + support::quote_identifier(object.id.name) + " RENAME TO " +
           support::quote_identifier(name);
  }
  std::string drop(const model::Object& object) const override {
    return "DO $$\nBEGIN\n    DROP ROLE IF EXISTS " + support::quote_identifier(object.id.name) +
           ";\nEXCEPTION WHEN dependent_objects_still_exist THEN\n    NULL;\nEND\n$$";
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }

 private:
  void read_one(const syntax::Member& definition, model::Draft& draft) const {
    if (!draft.expect(definition.value, syntax::Kind::object, "a role")) return;
    draft.expect_name(definition.key, definition.key_span);
    expect_free(definition, draft);
    if (const syntax::Value* password = definition.value.find("password")) {
      draft.diagnostics()
          .error(password->span, "SC1470", "a definition holds no password", "it would be in every copy")
          .help = "set it on the server: \\password " + definition.key;
    } else {
      draft.refuse_unknown_keys(definition.value, kMembers, "a role");
    }
    const model::ObjectId id = role_id(definition.key);
    draft.add({id, model::Role{read_flag(definition.value, "login", draft)}, {}, definition.key_span});
    model::read_renamed_from(draft, definition.value, id);
    const std::string doc = read_text(definition.value, "doc", draft);
    if (!doc.empty()) draft.add(model::make_comment(id, doc, definition.value.find("doc")->span));
  }

  static void expect_free(const syntax::Member& definition, model::Draft& draft) {
    const bool reserved = std::find(kReserved.begin(), kReserved.end(), definition.key) != kReserved.end();
    if (!reserved && !definition.key.starts_with("pg_")) return;
    draft.diagnostics().error(definition.key_span, "SC1470",
                              "PostgreSQL keeps the name `" + definition.key + "` to itself");
  }

  static void read_memberships(const syntax::Member& definition, const syntax::Value& roles,
                               model::Draft& draft) {
    const syntax::Value* above = definition.value.find("member_of");
    if (above == nullptr || !draft.expect(*above, syntax::Kind::array, "\"member_of\"")) return;
    for (const syntax::Value& name : above->items) {
      if (!draft.expect(name, syntax::Kind::string, "a role") || !expect_role(name.text, name.span, draft))
        continue;
      if (name.text == definition.key || roles_above(roles, name.text).contains(definition.key)) {
        draft.diagnostics().error(name.span, "SC1472", "the role `" + definition.key + "` is part of itself",
                                  "`" + name.text + "` is in it already");
        continue;
      }
      model::ObjectId id = role_id(definition.key).child(model::kMembershipKind, name.text);
      draft.add({std::move(id), model::Membership{}, {}, name.span});
    }
  }
};

}  // namespace

const model::ObjectKind& role_kind() {
  static const RoleKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
