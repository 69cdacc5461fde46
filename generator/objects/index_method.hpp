// Index access methods, and what each can do.
#pragma once

#include "model/definition.hpp"
#include "model/index.hpp"

namespace schemac::compiler::objects {

/// What "using" may be.
extern const model::ValueForm kIndexMethodForm;

/// Sets `index.method` from the name in `value`. SC1420 for a method that neither PostgreSQL nor a listed
/// extension has, SC1421 where the method cannot do what the index (already read) asks of it.
void read_index_method(const syntax::Value& value, model::Index& index, model::Draft& draft);

}  // namespace schemac::compiler::objects
