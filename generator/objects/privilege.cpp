// Privileges: the table key "grants". What several keys (a mixin's, the table's own) give one role on one
// table is one object. Nothing is granted that is not said, with one exception that follows from it: who may
// do something with a table may look into its schema, where that is not `public`, which is open to all.
#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "model/key_reading.hpp"
#include "model/role.hpp"
#include "model/state_reader.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Grant;
using model::Privilege;

constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "grants",
      "What each role may do: a list of privileges, or {\"insert\": [columns]} for some columns only.",
      true}}};

/// As definitions spell them, in PostgreSQL's order; the first four may be of columns.
constexpr std::array<std::string_view, 7> kPrivileges = {"select", "insert",   "update", "references",
                                                         "delete", "truncate", "trigger"};
constexpr std::size_t kOfColumns = 4;

std::string upper(std::string_view text) {
  std::string word(text);
  for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return word;
}

std::size_t rank(const Grant& grant) {
  const auto found = std::find_if(kPrivileges.begin(), kPrivileges.end(),
                                  [&](std::string_view name) { return upper(name) == grant.privilege; });
  return static_cast<std::size_t>(found - kPrivileges.begin());
}

/// Adds to what is there; a privilege of the whole table covers those of its columns.
void merge(std::vector<Grant>& grants, Grant grant) {
  const auto same = std::find_if(grants.begin(), grants.end(),
                                 [&](const Grant& other) { return other.privilege == grant.privilege; });
  if (same == grants.end()) {
    grants.push_back(std::move(grant));
  } else if (grant.columns.empty() || same->columns.empty()) {
    same->columns.clear();
  } else {
    same->columns.insert(same->columns.end(), grant.columns.begin(), grant.columns.end());
    std::sort(same->columns.begin(), same->columns.end());
    same->columns.erase(std::unique(same->columns.begin(), same->columns.end()), same->columns.end());
  }
  std::sort(grants.begin(), grants.end(), [](const Grant& a, const Grant& b) { return rank(a) < rank(b); });
}

model::ObjectId privilege_id(const model::ObjectId& on, std::string_view role) {
  return {std::string(model::kPrivilegeKind), on.schema, on.name, on.kind + " " + std::string(role)};
}

model::ObjectId object_of(const model::ObjectId& privilege) {
  return {privilege.part.substr(0, privilege.part.find(' ')), privilege.schema, privilege.name, {}};
}

std::string privilege_list(const std::vector<Grant>& grants) {
  std::string list;
  for (const Grant& grant : grants) {
    list += (list.empty() ? "" : ", ") + grant.privilege;
    if (!grant.columns.empty()) list += " " + column_list(grant.columns);
  }
  return list;
}

class PrivilegeKind final : public model::ObjectKind {
 public:
  std::span<const model::KeySpec> keys() const override { return kKeys; }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    if (!draft.expect(member.value, syntax::Kind::object, "\"grants\"")) return;
    for (const syntax::Member& grants : member.value.members) {
      if (grants.key == "//" || !expect_role(grants.key, grants.key_span, draft)) continue;
      read_role(grants, *table, draft);
    }
  }

  std::string_view name() const override { return model::kPrivilegeKind; }
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Privilege>(state);
  }
  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return object_of(object.id);
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    const auto& state = object.state.as<Privilege>();
    const model::ObjectId on = object_of(object.id);
    std::vector<model::ObjectId> ids = {on, role_id(state.role)};
    for (const Grant& grant : state.grants) {
      for (auto& id : columns_of(on, grant.columns)) ids.push_back(std::move(id));
    }
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& state = object.state.as<Privilege>();
    return "GRANT " + privilege_list(state.grants) + " ON " + state.on + " TO " + role_sql(state.role);
  }
  std::string drop(const model::Object& object) const override {
    const auto& state = object.state.as<Privilege>();
    return "REVOKE " + privilege_list(state.grants) + " ON " + state.on + " FROM " + role_sql(state.role);
  }
  std::optional<model::Clause> clause(const model::Object&) const override { return std::nullopt; }

 private:
  static void read_role(const syntax::Member& grants, const model::TableDraft& table, model::Draft& draft) {
    if (!draft.expect(grants.value, syntax::Kind::array, "what a role may do") ||
        !expect_not_empty(grants.value, "what the role may do", draft))
      return;
    Privilege state{"TABLE " + table.id.qualified_name(), grants.key, {}};
    const model::ObjectId id = privilege_id(table.id, grants.key);
    if (const model::Object* before = draft.find(id)) state.grants = before->state.as<Privilege>().grants;
    for (const syntax::Value& item : grants.value.items) read_item(item, table, state.grants, draft);
    if (state.grants.empty()) return;
    draft.replace({id, std::move(state), {}, grants.key_span});
    open_schema(table.id.schema, grants, draft);
  }

  static void read_item(const syntax::Value& item, const model::TableDraft& table, std::vector<Grant>& grants,
                        model::Draft& draft) {
    if (item.is(syntax::Kind::object)) {
      for (const syntax::Member& privilege : item.members) {
        if (!expect_privilege(privilege.key, privilege.key_span, true, draft)) continue;
        std::vector<std::string> columns = read_columns(privilege.value, "a privilege", table, draft);
        std::sort(columns.begin(), columns.end());
        if (!columns.empty()) merge(grants, {upper(privilege.key), std::move(columns)});
      }
    } else if (draft.expect(item, syntax::Kind::string, "a privilege") &&
               expect_privilege(item.text, item.span, false, draft)) {
      merge(grants, {upper(item.text), {}});
    }
  }

  static bool expect_privilege(const std::string& name, support::Span place, bool of_columns,
                               model::Draft& draft) {
    const auto found = std::find(kPrivileges.begin(), kPrivileges.end(), name);
    if (found == kPrivileges.end()) {
      draft.diagnostics()
          .error(place, "SC1473", "unknown privilege `" + name + "`",
                 "one of: select, insert, update, references, delete, truncate, trigger")
          .help = support::did_you_mean(name, kPrivileges);
      return false;
    }
    const bool fits = !of_columns || static_cast<std::size_t>(found - kPrivileges.begin()) < kOfColumns;
    if (!fits) {
      draft.diagnostics().error(place, "SC1473", "`" + name + "` is of whole tables only",
                                "select, insert, update and references may name columns");
    }
    return fits;
  }

  static void open_schema(const std::string& schema, const syntax::Member& grants, model::Draft& draft) {
    if (schema == model::kDefaultSchema) return;
    const model::ObjectId on{std::string(model::kSchemaKind), {}, schema, {}};
    model::ObjectId id = privilege_id(on, grants.key);
    if (draft.find(id) != nullptr) return;
    Privilege state{"SCHEMA " + on.qualified_name(), grants.key, {{"USAGE", {}}}};
    draft.add({std::move(id), std::move(state), {}, grants.key_span});
  }
};

}  // namespace

const model::ObjectKind& privilege_kind() {
  static const PrivilegeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
