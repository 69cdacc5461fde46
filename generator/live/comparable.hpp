// A database's schema as far as definitions can speak of it.
#pragma once

#include "model/model.hpp"

namespace schemac::compiler::live {

/// Without the ledger of migrations, which is nobody's schema, and, unless `with_owners`, without saying who
/// owns what.
model::Model comparable(const model::Model& model, bool with_owners);

}  // namespace schemac::compiler::live
