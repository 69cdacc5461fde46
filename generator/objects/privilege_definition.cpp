// Privileges of definitions. What several keys (a mixin's, the table's own) give one role on one table is one
// object. Nothing is granted that is not said, with one exception that follows from it: who may do something
// with a table may look into its schema, where that is not `public`, which is open to all.
#include "objects/privilege_definition.hpp"

#include <algorithm>
#include <array>

#include "model/enumeration.hpp"
#include "model/key_reading.hpp"
#include "model/role.hpp"
#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"
#include "support/suggestion.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Grant;
using model::Privilege;

/// As definitions spell them, in PostgreSQL's order; the first four may be of columns.
constexpr std::array<std::string_view, 7> kPrivileges = {"select", "insert",   "update", "references",
                                                         "delete", "truncate", "trigger"};
constexpr std::size_t kOfColumns = 4;

constexpr model::ValueForm kPrivilege = model::one_of(kPrivileges);
constexpr std::string_view kColumnsDoc = "The columns that it is for.";
constexpr std::array<model::MemberSpec, kOfColumns> kColumnPrivileges = {
    {{kPrivileges[0], kColumnsDoc, &model::kColumnsForm},
     {kPrivileges[1], kColumnsDoc, &model::kColumnsForm},
     {kPrivileges[2], kColumnsDoc, &model::kColumnsForm},
     {kPrivileges[3], kColumnsDoc, &model::kColumnsForm}}};
constexpr model::ValueForm kOfSomeColumns = model::object_of(kColumnPrivileges);
constexpr std::array<const model::ValueForm*, 2> kGrantForms = {&kPrivilege, &kOfSomeColumns};
constexpr model::ValueForm kGrant = model::either_of(kGrantForms);
constexpr model::ValueForm kGrants = model::list_of(kGrant);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "grants",
      "What each role may do: a list of privileges, or {\"insert\": [columns]} for some columns only.", true,
      &kGrantsForm}}};

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

bool expect_privilege(const std::string& name, support::Span place, bool of_columns, model::Draft& draft) {
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

void open_schema(const std::string& schema, const syntax::Member& grants, model::Draft& draft) {
  if (schema == model::kDefaultSchema) return;
  const model::ObjectId on{std::string(model::kSchemaKind), {}, schema, {}};
  model::ObjectId id = model::privilege_id(on, grants.key);
  if (draft.find(id) != nullptr) return;
  Privilege state{"SCHEMA " + on.qualified_name(), grants.key, {{"USAGE", {}}}};
  draft.add({std::move(id), std::move(state), {}, grants.key_span});
}

void read_item(const syntax::Value& item, const model::TableDraft& table, std::vector<Grant>& grants,
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

void read_role(const syntax::Member& grants, const model::TableDraft& table, model::Draft& draft) {
  if (!draft.expect(grants.value, syntax::Kind::array, "what a role may do") ||
      !expect_not_empty(grants.value, "what the role may do", draft))
    return;
  Privilege state{"TABLE " + table.id.qualified_name(), grants.key, {}};
  const model::ObjectId id = model::privilege_id(table.id, grants.key);
  if (const model::Object* before = draft.find(id)) state.grants = before->state.as<Privilege>().grants;
  for (const syntax::Value& item : grants.value.items) read_item(item, table, state.grants, draft);
  if (state.grants.empty()) return;
  draft.replace({id, std::move(state), {}, grants.key_span});
  open_schema(table.id.schema, grants, draft);
}

}  // namespace

constexpr model::ValueForm kGrantsForm = model::map_of(kGrants);

std::span<const model::KeySpec> privilege_specs() {
  return kKeys;
}

void read_grants(const syntax::Value& grants, const model::TableDraft& relation, model::Draft& draft) {
  if (!draft.expect(grants, syntax::Kind::object, "\"grants\"")) return;
  for (const syntax::Member& of_role : grants.members) {
    if (of_role.key == "//" || !expect_role(of_role.key, of_role.key_span, draft)) continue;
    read_role(of_role, relation, draft);
  }
}

}  // namespace schemac::compiler::objects
