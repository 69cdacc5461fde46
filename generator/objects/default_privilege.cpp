// Default privileges: what roles may do with the objects that some role will make. Those that go do so before
// anything is made, and new ones come when all is made; what the staying ones give to what is made between is
// for plan to correct.
#include "model/enumeration.hpp"
#include "model/role.hpp"
#include "objects/grant_sql.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::DefaultPrivilege;

/// What differs from PostgreSQL's own defaults; those of a schema add to the others.
constexpr std::string_view kCatalogue = R"(
, acls(creator, schema, objects, acl, base) AS (
 SELECT d.defaclrole, n.nspname,
        CASE defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                           WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' END,
        d.defaclacl,
        acldefault(CASE WHEN d.defaclnamespace <> 0 THEN 'c' WHEN defaclobjtype = 'S' THEN 's'
                        ELSE defaclobjtype END, d.defaclrole)
   FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
), differences AS (
 SELECT a.creator, a.schema, a.objects, e.grantee, e.privilege_type, e.is_grantable, true AS held
   FROM acls a, LATERAL (SELECT grantee, privilege_type, is_grantable FROM aclexplode(a.acl)
                         EXCEPT SELECT grantee, privilege_type, is_grantable FROM aclexplode(a.base)) e
 UNION ALL
 SELECT a.creator, a.schema, a.objects, d.grantee, d.privilege_type, false, false
   FROM acls a, LATERAL (SELECT grantee, privilege_type FROM aclexplode(a.base)
                         EXCEPT SELECT grantee, privilege_type FROM aclexplode(a.acl)) d
)
SELECT 0 AS class, 0 AS oid, 0 AS sub, schema, pg_get_userbyid(creator) AS creator,
       pg_get_userbyid(creator) = current_user AS own, objects,
       CASE grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(grantee) END AS role,
       array_agg(privilege_type ORDER BY privilege_type COLLATE "C") FILTER (WHERE held) AS privileges,
       array_agg(''::text) FILTER (WHERE held) AS columns,
       array_agg(is_grantable::text ORDER BY privilege_type COLLATE "C") FILTER (WHERE held) AS grantable,
       array_agg(''::text) FILTER (WHERE held) AS grantors,
       array_agg(privilege_type ORDER BY privilege_type COLLATE "C") FILTER (WHERE NOT held) AS revoked
  FROM differences GROUP BY schema, creator, objects, grantee)";

std::vector<std::string> statements(const model::Object& object, const Rights& from, const Rights& to) {
  const auto& state = object.state.as<DefaultPrivilege>();
  std::string prefix = "ALTER DEFAULT PRIVILEGES FOR ROLE " + support::quote_identifier(object.id.name) + " ";
  if (!object.id.schema.empty()) prefix += "IN SCHEMA " + support::quote_identifier(object.id.schema) + " ";
  return grant_statements(from, to, {std::move(prefix), state.objects, state.role});
}

Rights rights_of(const model::Object& object) {
  const auto& state = object.state.as<DefaultPrivilege>();
  return {state.grants, state.revoked};
}

class DefaultPrivilegeKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kDefaultPrivilegeKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    Rights rights = read_rights(row);
    const std::string objects = row.text("objects");
    const std::string role = row.text("role");
    return model::Object{{std::string(name()), row.text("schema"), row.text("creator"), objects + " " + role},
                         DefaultPrivilege{objects, role, std::move(rights.grants), std::move(rights.revoked)},
                         model::DefaultPrivilegeNotes{row.flag("own")},
                         {}};
  }

  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    if (object.id.schema.empty()) return {};
    return {{std::string(model::kSchemaKind), {}, object.id.schema, {}}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return in_one(statements(object, {}, rights_of(object)));
  }
  std::string drop(const model::Object& object) const override {
    return in_one(statements(object, rights_of(object), {}));
  }
  model::Alteration alter(const model::Object& from, const model::Object& to,
                          const model::Transition&) const override {
    std::vector<model::Step> steps;
    for (std::string& sql : statements(to, rights_of(from), rights_of(to)))
      steps.push_back({to.id, std::move(sql)});
    return model::Alteration::in_place(std::move(steps));
  }
};

}  // namespace

const model::ObjectKind& default_privilege_kind() {
  static const DefaultPrivilegeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
