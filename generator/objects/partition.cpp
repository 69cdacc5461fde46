// Partitions: a table of its own is attached to the partitioned one, so that what it holds is all there
// before the server looks for it, and detached without a loss. Made by the feature "partition".
#include "model/partition.hpp"

#include <array>

#include "model/column.hpp"
#include "model/constraint.hpp"
#include "model/index.hpp"
#include "model/state_reader.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"

namespace schemac::compiler::objects {
namespace {

using model::ObjectId;
using model::Partition;

/// What a partition shares with its parent, and the server would make where it is missing.
constexpr std::array<std::string_view, 5> kShared = {model::kColumnKind, model::kPrimaryKeyKind,
                                                     model::kUniqueKind, model::kCheckKind,
                                                     model::kForeignKeyKind};

void append_parts(std::vector<ObjectId>& ids, const ObjectId& table, const model::Model& model) {
  ids.push_back(table);
  for (const std::string_view kind : kShared) {
    for (const model::Object& part : model.parts(kind, table)) ids.push_back(part.id);
  }
  for (const model::Object& index : model.of_kind(model::kIndexKind)) {
    if (index.id.schema == table.schema && index.state.as<model::Index>().table == table.name)
      ids.push_back(index.id);
  }
}

std::string alter_parent(const model::Object& object, std::string_view words) {
  const auto& partition = object.state.as<Partition>();
  const ObjectId parent{std::string(model::kTableKind), partition.parent_schema, partition.parent, {}};
  return "ALTER TABLE ONLY " + parent.qualified_name() + "\n    " + std::string(words) + " PARTITION " +
         object.id.qualified_name();
}

/// The partition of the same table that takes what no other one does, where there is one all along.
const model::Object* default_beside(const model::Object& object, const model::Transition& transition) {
  const auto& own = object.state.as<Partition>();
  for (const model::Object& other : transition.before.of_kind(model::kPartitionKind)) {
    const auto& state = other.state.as<Partition>();
    const bool sibling = state.parent == own.parent && state.parent_schema == own.parent_schema;
    if (sibling && state.bound == "DEFAULT" && transition.after.find(other.id) != nullptr) return &other;
  }
  return nullptr;
}

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
  model::Body load(const syntax::Value& state) const override {
    return model::read_state<model::Partition>(state);
  }
  std::optional<ObjectId> owner(const model::Object& object) const override { return table_of(object.id); }

  std::vector<ObjectId> needs(const model::Object& object, const model::Model& model) const override {
    const auto& partition = object.state.as<Partition>();
    std::vector<ObjectId> ids;
    append_parts(ids, {std::string(model::kTableKind), partition.parent_schema, partition.parent, {}}, model);
    append_parts(ids, table_of(object.id), model);
    return ids;
  }

  std::string_view catalogue() const override { return kCatalogue; }
  std::optional<model::Object> decode(const model::CatalogueRow& row) const override {
    Partition state{row.text("parent_schema"), row.text("parent"), row.text("bound")};
    return model::Object{
        {std::string(name()), row.text("schema"), row.text("name"), {}}, std::move(state), {}};
  }

  std::string create(const model::Object& object, const std::vector<std::string>&) const override {
    return alter_parent(object, "ATTACH") + " " + object.state.as<Partition>().bound;
  }
  std::string drop(const model::Object& object) const override { return alter_parent(object, "DETACH"); }

  /// The server looks through the default partition, whose bounds become narrower.
  std::vector<model::Step> add(const model::Object& object,
                               const model::Transition& transition) const override {
    model::Step step{object.id, create(object, {})};
    if (const model::Object* narrowed = default_beside(object, transition)) {
      const std::string name = narrowed->id.qualified_name();
      step.lock = "ACCESS EXCLUSIVE on " + name;
      step.hazards = {
          {std::string(model::hazards::kBlocks), "reads " + name + ", which nobody else does meanwhile"},
          {std::string(model::hazards::kNeedsData),
           "fails while " + name + " holds rows of " + object.id.qualified_name()}};
    }
    return {std::move(step)};
  }
};

}  // namespace

const model::ObjectKind& partition_kind() {
  static const PartitionKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
