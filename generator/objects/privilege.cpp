// Privileges: the key "grants" of tables and views.
#include "model/role.hpp"
#include "model/state_reader.hpp"
#include "objects/grant_sql.hpp"
#include "objects/objects.hpp"
#include "objects/privilege_definition.hpp"
#include "objects/role_reading.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Grant;
using model::Privilege;

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
  std::span<const model::KeySpec> keys() const override { return privilege_specs(); }

  void read(const syntax::Member& member, model::TableDraft* table, model::Draft& draft) const override {
    read_grants(member.value, *table, draft);
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
};

}  // namespace

const model::ObjectKind& privilege_kind() {
  static const PrivilegeKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
