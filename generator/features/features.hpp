// The definition keys that expand into several objects; only driver/registry lists them.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::features {

const model::Feature& timestamps();
const model::Feature& versioned();
const model::Feature& soft_delete();
const model::Feature& search();
const model::Feature& audit();
const model::Feature& partition();
const model::Feature& ttl();
const model::Feature& routing();
const model::Feature& distribution();
/// Last in the registry: its orders may name columns that the others add.
const model::Feature& pages();

}  // namespace schemac::compiler::features
