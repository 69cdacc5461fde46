// What has to be done to a table as time goes by, in manifest.json.
#include "targets/manifest_upkeep.hpp"

#include "model/partition.hpp"
#include "model/table.hpp"

namespace schemac::compiler::targets {
namespace {

void write_schedule(model::JsonWriter& out, const model::PartitionSchedule& schedule) {
  if (schedule.every.empty()) return;
  out.member("column", schedule.column).member("every", schedule.every).member("ahead", schedule.ahead);
  if (!schedule.retain.empty()) out.member("retain", schedule.retain);
}

void write_partitions(model::JsonWriter& out, const model::ObjectId& table, const model::Model& model) {
  out.key("partitions").begin_array();
  for (const model::Object& object : model.of_kind(model::kPartitionKind)) {
    const auto& partition = object.state.as<model::Partition>();
    if (partition.parent_schema != table.schema || partition.parent != table.name) continue;
    out.begin_object().member("name", object.id.name).member("bound", partition.bound).end_object();
  }
  out.end_array();
}

}  // namespace

void write_upkeep(model::JsonWriter& out, const model::Object& table, const model::Model& model) {
  const auto& state = table.state.as<model::Table>();
  const auto& notes = table.notes.as<model::TableNotes>();
  if (!state.partition_key.empty()) {
    out.key("partition").begin_object().member("key", state.partition_key);
    write_schedule(out, notes.partitions);
    write_partitions(out, table.id, model);
    out.end_object();
  }
  if (notes.expiry.column.empty()) return;
  out.key("expiry").begin_object().member("column", notes.expiry.column);
  if (!notes.expiry.after.empty()) out.member("after", notes.expiry.after);
  out.member("batch", notes.expiry.batch).end_object();
}

}  // namespace schemac::compiler::targets
