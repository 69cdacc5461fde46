// Which objects a default privilege is for follows from their kinds.
#include "plan/default_rights.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "model/function.hpp"
#include "model/role.hpp"

namespace schemac::compiler::plan {
namespace {

using model::DefaultPrivilege;
using model::Grant;
using model::Object;
using model::Privilege;

/// How default privileges and GRANT spell a kind.
struct Class {
  std::string_view kind;
  std::string_view objects;
  std::string_view word;
};
constexpr std::array<Class, 12> kClasses = {{
    {"table", "TABLES", "TABLE"},
    {"view", "TABLES", "TABLE"},
    {"materialized_view", "TABLES", "TABLE"},
    {"foreign_table", "TABLES", "TABLE"},
    {"sequence", "SEQUENCES", "SEQUENCE"},
    {"function", "FUNCTIONS", "ROUTINE"},
    {"aggregate", "FUNCTIONS", "ROUTINE"},
    {"enum", "TYPES", "TYPE"},
    {"domain", "TYPES", "TYPE"},
    {"composite_type", "TYPES", "TYPE"},
    {"range_type", "TYPES", "TYPE"},
    {"schema", "SCHEMAS", "SCHEMA"},
}};

const Class* class_of(const Object& object) {
  const auto found = std::find_if(kClasses.begin(), kClasses.end(),
                                  [&](const Class& one) { return one.kind == object.id.kind; });
  return found == kClasses.end() ? nullptr : &*found;
}

Privilege no_privileges(const Object& object, const Class& its, const std::string& role) {
  const bool routine = its.objects == "FUNCTIONS";
  return {std::string(its.word) + " " + (routine ? model::signature(object.id) : object.id.qualified_name()),
          role,
          {}};
}

/// What the role has once the defaults are given too.
Privilege with_defaults(Privilege state, const std::vector<const DefaultPrivilege*>& defaults) {
  for (const DefaultPrivilege* given : defaults) {
    for (const Grant& grant : given->grants) {
      const auto covers = [&](const Grant& own) {
        return own.privilege == grant.privilege && own.columns.empty() && (own.grantable || !grant.grantable);
      };
      if (std::none_of(state.grants.begin(), state.grants.end(), covers)) state.grants.push_back(grant);
    }
    state.revoked.insert(state.revoked.end(), given->revoked.begin(), given->revoked.end());
  }
  std::sort(state.revoked.begin(), state.revoked.end());
  state.revoked.erase(std::unique(state.revoked.begin(), state.revoked.end()), state.revoked.end());
  return state;
}

}  // namespace

DefaultRights::DefaultRights(const Fates& fates, const model::Transition& transition,
                             std::span<const model::ObjectKind* const> kinds)
    : after_(transition.after) {
  for (const model::ObjectKind* kind : kinds) {
    if (kind->name() == model::kPrivilegeKind) privileges_ = kind;
  }
  for (const Object& object : transition.before.of_kind(model::kDefaultPrivilegeKind)) {
    const Fate* fate = fates.find(object.id);
    const bool goes = fate != nullptr && fate->goes;
    if (!goes && object.notes.as<model::DefaultPrivilegeNotes>().own) staying_.push_back(&object);
  }
}

std::vector<model::Step> DefaultRights::corrections(const Object& made) const {
  const Class* its = class_of(made);
  if (its == nullptr) return {};
  std::map<std::string, std::vector<const DefaultPrivilege*>> by_role;
  for (const Object* object : staying_) {
    const auto& given = object->state.as<DefaultPrivilege>();
    const bool everywhere = object->id.schema.empty();
    if (given.objects == its->objects && (everywhere || object->id.schema == made.id.schema))
      by_role[given.role].push_back(&given);
  }
  std::vector<model::Step> steps;
  for (const auto& [role, defaults] : by_role) {
    const model::ObjectId id = model::privilege_id(made.id, role);
    const Object* wanted = after_.find(id);
    const Object to{
        id, wanted == nullptr ? no_privileges(made, *its, role) : wanted->state.as<Privilege>(), {}, {}};
    const Object from{id, with_defaults(to.state.as<Privilege>(), defaults), {}, {}};
    for (model::Step& step : privileges_->alter(from, to, {after_, after_}).steps)
      steps.push_back(std::move(step));
  }
  return steps;
}

}  // namespace schemac::compiler::plan
