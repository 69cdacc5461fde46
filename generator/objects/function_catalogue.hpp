// Functions and procedures as a database holds them.
#pragma once

#include <string_view>

#include "model/catalogue_row.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

/// The query, and what its rows say: see ObjectKind::catalogue().
std::string_view function_catalogue();
model::Object decode_function(const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
