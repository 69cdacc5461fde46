// The views in manifest.json.
#pragma once

#include "model/json_writer.hpp"
#include "model/model.hpp"

namespace schemac::compiler::targets {

/// The member "views": what schemactl refreshes, and when. Nothing where the project has no views.
void write_views(model::JsonWriter& out, const model::Model& model);

}  // namespace schemac::compiler::targets
