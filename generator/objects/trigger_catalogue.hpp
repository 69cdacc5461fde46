// Triggers as a database holds them.
#pragma once

#include <string_view>

#include "model/catalogue_row.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

/// The query, and what its rows say: see ObjectKind::catalogue().
std::string_view trigger_catalogue();
model::Object decode_trigger(const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
