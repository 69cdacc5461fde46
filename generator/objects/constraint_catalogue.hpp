// What rows of the catalogue say of several kinds of constraints and indexes alike.
#pragma once

#include "model/catalogue_row.hpp"
#include "model/constraint.hpp"

namespace schemac::compiler::objects {

/// Of the columns deferrable and deferred.
model::Deferrable decode_deferrable(const model::CatalogueRow& row);

/// Of the column parent: schema, table and name, where there is one.
model::IndexParent decode_parent(const model::CatalogueRow& row);

}  // namespace schemac::compiler::objects
