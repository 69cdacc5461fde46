// Documents and the vocabulary -> Model.
#pragma once

#include "model/model.hpp"
#include "model/vocabulary.hpp"
#include "resolve/definitions.hpp"

namespace schemac::compiler::resolve {

/// Resolves names, references, mixins, defaults and features. Mistakes go to `diagnostics`; the model is then
/// what could be made of the rest, good for further checks but not for output.
model::Model resolve(const Definitions& definitions, const model::Vocabulary& vocabulary,
                     const support::Sources& sources, support::Diagnostics& diagnostics);

}  // namespace schemac::compiler::resolve
