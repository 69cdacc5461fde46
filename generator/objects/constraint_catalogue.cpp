// What rows of the catalogue say of several kinds alike.
#include "objects/constraint_catalogue.hpp"

namespace schemac::compiler::objects {

model::Deferrable decode_deferrable(const model::CatalogueRow& row) {
  if (!row.flag("deferrable")) return model::Deferrable::no;
  return row.flag("deferred") ? model::Deferrable::initially_deferred
                              : model::Deferrable::initially_immediate;
}

model::IndexParent decode_parent(const model::CatalogueRow& row) {
  const auto parent = row.list("parent");
  return parent.empty() ? model::IndexParent{} : model::IndexParent{parent[0], parent[1], parent[2]};
}

}  // namespace schemac::compiler::objects
