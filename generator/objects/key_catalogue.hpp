// Primary keys and unique constraints of a live database.
#pragma once

#include <string>
#include <string_view>

#include "model/catalogue_row.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

/// The query for the constraints of one type: 'p' or 'u'.
std::string key_catalogue(char contype);
model::Object decode_key(const model::CatalogueRow& row, std::string_view kind);

}  // namespace schemac::compiler::objects
