// What makes a table a partition of another: attached once it is complete.
#include "model/partition.hpp"

#include <array>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/table.hpp"
#include "objects/objects.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Object;
using model::ObjectId;
using model::Partition;
using model::Step;

constexpr std::string_view kCatalogue = R"(
SELECT 0 AS class, 0 AS oid, 0 AS sub, n.nspname AS schema, c.relname AS name,
       pn.nspname AS parent_schema, p.relname AS parent, pg_get_expr(c.relpartbound, c.oid) AS bound
  FROM pg_class c
  JOIN user_schemas n ON n.oid = c.relnamespace
  JOIN pg_inherits i ON i.inhrelid = c.oid
  JOIN pg_class p ON p.oid = i.inhparent
  JOIN pg_namespace pn ON pn.oid = p.relnamespace
 WHERE c.relispartition AND c.relkind IN ('r', 'p'))";

class PartitionKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kPartitionKind; }
  std::optional<ObjectId> owner(const Object& object) const override {
    return ObjectId{std::string(model::kTableKind), object.id.schema, object.id.name, {}};
  }

  /// Both tables; and all that the partition has of its own, with which PostgreSQL meets what the parent
  /// demands instead of making it anew under another name.
  std::vector<ObjectId> needs(const Object& object, const model::Model& model) const override {
    const ObjectId table = *owner(object);
    const auto& state = object.state.as<Partition>();
    const ObjectId parent{table.kind, state.parent_schema, state.parent, {}};
    std::vector<ObjectId> ids{table, parent};
    static constexpr std::array<std::string_view, 4> kParts = {model::kColumnKind, model::kPrimaryKeyKind,
                                                               model::kUniqueKind, model::kCheckKind};
    for (const std::string_view kind : kParts) {
      for (const ObjectId& of : {table, parent}) {
        for (const Object& part : model.parts(kind, of)) ids.push_back(part.id);
      }
    }
    for (const Object& index : model.of_kind(model::kIndexKind)) {
      if (index.id.schema == table.schema && index.state.as<model::Index>().table == table.name)
        ids.push_back(index.id);
    }
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Partition state{row.text("parent_schema"), row.text("parent"), row.text("bound")};
    return Object{{std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(state), {}};
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    return head(object) + "ATTACH PARTITION " + object.id.qualified_name() + " " +
           object.state.as<Partition>().bound;
  }
  std::string drop(const Object& object) const override {
    return head(object) + "DETACH PARTITION " + object.id.qualified_name();
  }

 private:
  static std::string head(const Object& object) {
    const auto& state = object.state.as<Partition>();
    const ObjectId parent{std::string(model::kTableKind), state.parent_schema, state.parent, {}};
    return "ALTER TABLE ONLY " + parent.qualified_name() + "\n    ";
  }
};

}  // namespace

const model::ObjectKind& partition_kind() {
  static const PartitionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
