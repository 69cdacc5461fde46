// Triggers that partitions have from their table and that fire otherwise there. Read from databases only.
#include "model/partition.hpp"
#include "model/trigger.hpp"
#include "objects/firing.hpp"
#include "objects/objects.hpp"
#include "objects/sql_text.hpp"
#include "support/naming.hpp"

namespace schemac::compiler::objects {
namespace {

using model::Firing;
using model::Object;
using model::ObjectId;
using model::PartitionTrigger;

constexpr std::string_view kCatalogue = R"(
SELECT 'pg_trigger'::regclass::oid AS class, t.oid AS oid, 0 AS sub, n.nspname AS schema, c.relname AS relation,
       t.tgname AS name, t.tgenabled AS firing, whole.tgenabled AS usual
  FROM pg_trigger t
  JOIN pg_trigger whole ON whole.oid = t.tgparentid
  JOIN pg_class c ON c.oid = t.tgrelid
  JOIN user_schemas n ON n.oid = c.relnamespace
 WHERE NOT t.tgisinternal AND t.tgenabled <> whole.tgenabled)";

std::string set_firing(const ObjectId& id, Firing firing) {
  return "ALTER TABLE " + id.qualified_name() + " " + std::string(model::name(firing)) + " TRIGGER " +
         support::quote_identifier(id.part);
}

class PartitionTriggerKind final : public model::ObjectKind {
 public:
  std::string_view name() const override { return model::kPartitionTriggerKind; }
  std::optional<ObjectId> owner(const Object& object) const override { return table_of(object.id); }

  std::string_view catalogue() const override { return kCatalogue; }
  /// pg_depend knows of the partitioned table's trigger, and not that the partition must be attached.
  std::optional<Object> decode(const model::CatalogueRow& row) const override {
    Object object{{std::string(name()), row.text("schema"), row.text("relation"), row.text("name")},
                  PartitionTrigger{firing_of(row.text("firing")), firing_of(row.text("usual"))},
                  {}};
    object.recorded_needs = {model::attachment_of(table_of(object.id))};
    return object;
  }

  std::string create(const Object& object, const std::vector<std::string>&) const override {
    return set_firing(object.id, object.state.as<PartitionTrigger>().firing);
  }
  std::string drop(const Object& object) const override {
    return set_firing(object.id, object.state.as<PartitionTrigger>().usual);
  }
  model::Alteration alter(const Object&, const Object& to, const model::Transition&) const override {
    return model::Alteration::in_place({{to.id, create(to, {})}});
  }
};

}  // namespace

const model::ObjectKind& partition_trigger_kind() {
  static const PartitionTriggerKind kKind;
  return kKind;
}

}  // namespace schemac::compiler::objects
