// What has to be done to a table as time goes by, in manifest.json.
#pragma once

#include "model/json_writer.hpp"
#include "model/model.hpp"

namespace schemac::compiler::targets {

/// The members "partition" (its key, the partitions that there are from the start, and the schedule by which
/// schemactl makes and drops the others) and "expiry" (which rows it removes); each only where the table has
/// it.
void write_upkeep(model::JsonWriter& out, const model::Object& table, const model::Model& model);

}  // namespace schemac::compiler::targets
