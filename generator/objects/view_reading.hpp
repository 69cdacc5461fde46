// Reads the domain key "views".
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

/// What "views" may be.
extern const model::ValueForm kViewsForm;

/// Adds the view that `member` defines. What it reads is checked once everything is known: SC1109 unknown
/// table, SC1301 unknown column, SC1512 a cycle of views.
void read_view(const syntax::Member& member, model::Draft& draft);

}  // namespace schemac::compiler::objects
