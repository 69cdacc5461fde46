// Reads schemac.json: the project's settings.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::resolve {

/// Fills `draft.project`; SC1020 without a namespace, SC1021 for a version of PostgreSQL that is not
/// supported.
void read_settings(const syntax::Document& settings, model::Draft& draft);

}  // namespace schemac::compiler::resolve
