// What can be known to be wrong with hints without knowing the schema before.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::resolve {

/// SC1601 for a rename that renames nothing, SC1602 for two from one name, SC1603 for one whose old name is
/// still in use, SC1604 for a name that is dropped and there, SC1605 for a value that its enum lacks,
/// SC1606 for a name that is both dropped and renamed.
void check_hints(const model::Model& model, model::Draft& draft);

}  // namespace schemac::compiler::resolve
