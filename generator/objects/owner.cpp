// Who owns an object, where that is not the role by which the database is read: this one owns what it makes.
#include "model/role.hpp"
#include "objects/object_words.hpp"
#include "objects/objects.hpp"
#include "objects/role_reading.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Owner;

// Left out: what follows the owner of something else (indexes, rows' types, the sequences of columns).
constexpr std::string_view kCatalogue = R"(
, owned(class, oid, owner) AS (
 SELECT 'pg_class'::regclass::oid, oid, relowner FROM pg_class c
  WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
     OR relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                         AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i'))
 UNION ALL SELECT 'pg_namespace'::regclass, oid, nspowner FROM user_schemas JOIN pg_namespace USING (oid, nspname)
 UNION ALL SELECT 'pg_type'::regclass, t.oid, typowner FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
  WHERE t.typtype <> 'm' AND t.typcategory <> 'A' AND coalesce(c.relkind, 'c') = 'c'
 UNION ALL SELECT 'pg_proc'::regclass, oid, proowner FROM pg_proc
 UNION ALL SELECT 'pg_operator'::regclass, oid, oprowner FROM pg_operator
 UNION ALL SELECT 'pg_opclass'::regclass, oid, opcowner FROM pg_opclass
 UNION ALL SELECT 'pg_opfamily'::regclass, oid, opfowner FROM pg_opfamily
 UNION ALL SELECT 'pg_collation'::regclass, oid, collowner FROM pg_collation
 UNION ALL SELECT 'pg_conversion'::regclass, oid, conowner FROM pg_conversion
 UNION ALL SELECT 'pg_statistic_ext'::regclass, oid, stxowner FROM pg_statistic_ext
 UNION ALL SELECT 'pg_ts_config'::regclass, oid, cfgowner FROM pg_ts_config
 UNION ALL SELECT 'pg_ts_dict'::regclass, oid, dictowner FROM pg_ts_dict
 UNION ALL SELECT 'pg_language'::regclass, oid, lanowner FROM pg_language
 UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid, fdwowner FROM pg_foreign_data_wrapper
 UNION ALL SELECT 'pg_foreign_server'::regclass, oid, srvowner FROM pg_foreign_server
 UNION ALL SELECT 'pg_event_trigger'::regclass, oid, evtowner FROM pg_event_trigger
 UNION ALL SELECT 'pg_publication'::regclass, oid, pubowner FROM pg_publication
)
SELECT 0 AS class, 0 AS oid, 0 AS sub, o.class AS target_class, o.oid AS target_oid, 0 AS target_sub,
       pg_get_userbyid(o.owner) AS owner, i.type,
       CASE WHEN o.class = 'pg_proc'::regclass THEN o.oid::regprocedure::text ELSE i.identity END AS identity
  FROM owned o, LATERAL pg_identify_object(o.class, o.oid, 0) i
 WHERE (o.oid >= 16384 OR o.class = 'pg_namespace'::regclass)
   AND o.owner <> (SELECT oid FROM pg_roles WHERE rolname = current_user))";

class OwnerKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kOwnerKind; }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    const auto target = row.target();
    if (!target || !target->whole) return std::nullopt;
    return model::Object{model::attached_id(name(), target->id),
                         Owner{object_words(row.text("type"), row.text("identity")), row.text("owner")},
                         {},
                         {}};
  }

  std::optional<model::ObjectId> owner(const model::Object& object) const override {
    return model::attached_to(object.id);
  }
  std::vector<model::ObjectId> needs(const model::Object& object, const model::Model&) const override {
    return {model::attached_to(object.id)};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    const auto& owner = object.state.as<Owner>();
    return "ALTER " + owner.of + " OWNER TO " + role_sql(owner.role);
  }
  std::string drop(const model::Object& object) const override {
    return "ALTER " + object.state.as<Owner>().of + " OWNER TO CURRENT_USER";
  }
  model::Alteration alter(const model::Object&, const model::Object& to,
                          const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }
};

}  // namespace

const model::ObjectKind& owner_kind() {
  static const OwnerKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
