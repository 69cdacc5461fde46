// Views and materialized views as a database holds them.
#pragma once

#include <string>
#include <string_view>

#include "model/catalogue_row.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

/// The query for one of the two kinds, and what its rows say: see ObjectKind::catalogue().
/// REQUIRES: kViewKind or kMaterializedViewKind
std::string view_catalogue(std::string_view kind);
model::Object decode_view(std::string_view kind, const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
