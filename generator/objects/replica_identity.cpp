// By which columns a table's changes tell its rows apart to subscribers; the primary key unless said. Read
// from databases only.
#include "model/replica_identity.hpp"
#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::ObjectId;
using model::ReplicaIdentity;

constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name, c.relreplident AS mode, i.relname AS index
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
  LEFT JOIN pg_index x ON x.indrelid = c.oid AND x.indisreplident
  LEFT JOIN pg_class i ON i.oid = x.indexrelid
 WHERE c.relkind IN ('r', 'p') AND c.relreplident <> 'd')";

class ReplicaIdentityKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kReplicaIdentityKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return ObjectId{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
  }
  std::vector<ObjectId> needs(const Object& object, const model::Model&) const override {
    const ObjectId table = *owner(object);
    const std::string& index = object.state.as<ReplicaIdentity>().index;
    if (index.empty()) return {table};
    return {table,
            {std::string(model::kIndexKind), object.id.schema, index, {}},
            table.child(model::kPrimaryKeyKind, index),
            table.child(model::kUniqueKind, index)};
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    const std::string mode = row.text("mode");
    ReplicaIdentity state{mode == "f" ? "FULL" : mode == "n" ? "NOTHING" : "", row.text("index")};
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(state), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    const auto& state = object.state.as<ReplicaIdentity>();
    return head(object) +
           (state.index.empty() ? state.mode : "USING INDEX " + support::quote_identifier(state.index));
  }
  std::string drop(const Object& object) const override { return head(object) + "DEFAULT"; }
  model::Alteration alter(const Object&, const Object& to, const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }

 private:
  static std::string head(const Object& object) {
    return "ALTER TABLE " + object.id.qualified_name() + " REPLICA IDENTITY ";
  }
};

}  // namespace

const model::ObjectKind& replica_identity_kind() {
  static const ReplicaIdentityKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
