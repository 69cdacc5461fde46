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
#include "objects/grant_sql.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"
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
constexpr model::ValueForm kGrantsOfRoles = model::map_of(kGrants);
constexpr std::array<model::KeySpec, 1> kKeys = {
    {{model::Scope::table, "grants",
      "What each role may do: a list of privileges, or {\"insert\": [columns]} for some columns only.", true,
      &kGrantsOfRoles}}};

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

/// What differs from acldefault(), by object and grantee; a column's privileges are told with its table's.
constexpr std::string_view kCatalogue = R"(
, acls(class, oid, type, word, owner, attname, acl) AS (
 SELECT 'pg_class'::regclass::oid, c.oid, (CASE relkind WHEN 'S' THEN 's' ELSE 'r' END)::"char",
        CASE relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, relowner, '', relacl
   FROM pg_class c JOIN user_schemas n ON n.oid = c.relnamespace WHERE relacl IS NOT NULL
 UNION ALL SELECT 'pg_class'::regclass, c.oid, 'c', 'TABLE', relowner, attname, attacl
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN user_schemas n ON n.oid = c.relnamespace
  WHERE attacl IS NOT NULL AND NOT attisdropped
 UNION ALL SELECT 'pg_proc'::regclass, p.oid, 'f', CASE prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
        proowner, '', proacl FROM pg_proc p JOIN user_schemas n ON n.oid = p.pronamespace WHERE proacl IS NOT NULL
 UNION ALL SELECT 'pg_type'::regclass, t.oid, 'T', 'TYPE', typowner, '', typacl
   FROM pg_type t JOIN user_schemas n ON n.oid = t.typnamespace WHERE typacl IS NOT NULL
 UNION ALL SELECT 'pg_namespace'::regclass, oid, 'n', 'SCHEMA', nspowner, '', nspacl
   FROM user_schemas JOIN pg_namespace USING (oid, nspname) WHERE nspacl IS NOT NULL
 UNION ALL SELECT 'pg_language'::regclass, oid, 'l', 'LANGUAGE', lanowner, '', lanacl
   FROM pg_language WHERE oid >= 16384 AND lanacl IS NOT NULL
 UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, 'F', 'FOREIGN DATA WRAPPER', fdwowner, '', fdwacl
   FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
 UNION ALL SELECT 'pg_foreign_server'::regclass, oid, 'S', 'FOREIGN SERVER', srvowner, '', srvacl
   FROM pg_foreign_server WHERE srvacl IS NOT NULL
), differences AS (
 SELECT a.class, a.oid, a.word, a.owner, a.attname, e.grantee, e.privilege_type, e.is_grantable, e.grantor, true AS held
   FROM acls a, LATERAL (SELECT * FROM aclexplode(a.acl) EXCEPT SELECT * FROM aclexplode(acldefault(a.type, a.owner))) e
 UNION ALL
 SELECT a.class, a.oid, a.word, a.owner, a.attname, d.grantee, d.privilege_type, false, d.grantor, false
   FROM acls a, LATERAL (SELECT grantee, privilege_type, grantor FROM aclexplode(acldefault(a.type, a.owner))
                         EXCEPT SELECT grantee, privilege_type, grantor FROM aclexplode(a.acl)) d
)
SELECT 0 AS class, 0 AS oid, 0 AS sub, x.class AS target_class, x.oid AS target_oid, 0 AS target_sub,
       i.type AS detail, x.grantee = x.owner AS owns,
       x.word || ' ' || CASE WHEN x.class = 'pg_proc'::regclass THEN x.oid::regprocedure::text
                             ELSE i.identity END AS on,
       CASE x.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(x.grantee) END AS role,
       x.privileges, x.columns, x.grantable, x.grantors, x.revoked
  FROM (SELECT class, oid, word, owner, grantee,
               array_agg(privilege_type ORDER BY o) FILTER (WHERE held) AS privileges,
               array_agg(attname::text ORDER BY o) FILTER (WHERE held) AS columns,
               array_agg(is_grantable::text ORDER BY o) FILTER (WHERE held) AS grantable,
               array_agg(grantor_name ORDER BY o) FILTER (WHERE held) AS grantors,
               array_agg(privilege_type ORDER BY o) FILTER (WHERE NOT held) AS revoked
          FROM (SELECT *, row_number() OVER (ORDER BY grantor_name, privilege_type COLLATE "C", is_grantable, attname) AS o
                  FROM (SELECT *, CASE WHEN grantor <> owner THEN pg_get_userbyid(grantor)::text ELSE '' END AS grantor_name
                          FROM differences) d) d
         GROUP BY class, oid, word, owner, grantee) x,
       LATERAL pg_identify_object(x.class, x.oid, 0) i)";

std::vector<std::string> statements(const Privilege& from, const Privilege& to) {
  return grant_statements({from.grants, from.revoked}, {to.grants, to.revoked}, {{}, to.on, to.role});
}

Privilege nothing_like(const Privilege& state) {
  return {state.on, state.role, {}};
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
  model::Body load(const syntax::Value& state) const override { return model::read_state<Privilege>(state); }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    const auto target = row.target();
    if (!target) return std::nullopt;
    Rights rights = read_rights(row);
    Privilege state{row.text("on"), row.text("role"), std::move(rights.grants), std::move(rights.revoked)};
    const std::string role = row.flag("owns") ? std::string() : state.role;
    const std::string detail = target->whole ? std::string() : row.text("detail");
    return model::Object{model::privilege_id(target->id, role, detail), std::move(state), {}, {}};
  }

  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return model::privileged_object(object.id);
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    const auto& state = object.state.as<Privilege>();
    const model::ObjectId on = model::privileged_object(object.id);
    std::vector<model::ObjectId> ids = {on, role_id(state.role)};
    for (const Grant& grant : state.grants) {
      for (auto& id : columns_of(on, grant.columns)) ids.push_back(std::move(id));
      if (!grant.by.empty()) ids.push_back(model::privilege_id(on, grant.by));
    }
    return ids;
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& state = object.state.as<Privilege>();
    return in_one(statements(nothing_like(state), state));
  }
  std::string drop(const model::Object& object) const override {
    const auto& state = object.state.as<Privilege>();
    return in_one(statements(state, nothing_like(state)));
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    std::vector<model::Step> steps;
    for (std::string& sql : statements(from.state.as<Privilege>(), to.state.as<Privilege>()))
      steps.push_back({to.id, std::move(sql)});
    return model::Alteration::in_place(std::move(steps));
  }
  /// What a role has granted on goes before its right to do so.
  bool disturbs(const model::Object&, const model::Object&, const model::Object& dependent) const override {
    return dependent.id.kind == model::kPrivilegeKind;
  }

 private:
  static void read_role(const syntax::Member& grants, const model::TableDraft& table, model::Draft& draft) {
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
    model::ObjectId id = model::privilege_id(on, grants.key);
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
