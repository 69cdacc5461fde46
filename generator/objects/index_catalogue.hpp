// Indexes of a live database, but for those that keep a constraint.
#pragma once

#include <string_view>

#include "model/catalogue_row.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

std::string_view index_catalogue();
model::Object decode_index(const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
