// By which index CLUSTER puts a table's rows in order when it is not told. Read from databases only.
#include "model/clustering.hpp"

#include "model/constraint.hpp"
#include "model/index.hpp"
#include "objects/objects.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Clustering;
using model::Object;
using model::ObjectId;

constexpr std::string_view kQuery = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, t.relname AS name, t.relkind = 'm' AS of_view,
       x.relname AS index
  FROM pg_index i
  JOIN pg_class x ON x.oid = i.indexrelid
  JOIN pg_class t ON t.oid = i.indrelid
  JOIN user_schemas n ON n.oid = t.relnamespace
 WHERE i.indisclustered)";

class ClusteringKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kClusteringKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return ObjectId{object.state.as<Clustering>().relation, object.id.schema, object.id.name, {}};
  }
  std::vector<ObjectId> needs(const Object& object, const model::Model&) const override {
    const ObjectId table = *owner(object);
    const std::string& index = object.state.as<Clustering>().index;
    return {table,
            {std::string(model::kIndexKind), object.id.schema, index, {}},
            table.child(model::kPrimaryKeyKind, index),
            table.child(model::kUniqueKind, index),
            table.child(model::kExclusionKind, index)};
  }

  std::string_view catalogue() const override { return kQuery; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Clustering state;
    if (row.flag("of_view")) state.relation = "materialized_view";
    state.index = row.text("index");
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(state), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    return head(object) + "CLUSTER ON " + support::quote_identifier(object.state.as<Clustering>().index);
  }
  std::string drop(const Object& object) const override { return head(object) + "SET WITHOUT CLUSTER"; }
  model::Alteration alter(const Object&, const Object& to, const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }

 private:
  static std::string head(const Object& object) { return "ALTER TABLE " + object.id.qualified_name() + " "; }
};

}  // namespace

const model::ObjectKind& clustering_kind() {
  static const ClusteringKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
