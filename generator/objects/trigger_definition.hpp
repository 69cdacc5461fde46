// Reads the triggers of tables and views.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

/// What "triggers" may be, of a table or of a view.
extern const model::ValueForm kTriggersForm;

/// The keys of definitions that hold triggers.
std::span<const model::KeySpec> trigger_specs();

/// Adds the triggers that `triggers` defines, by name. A view is handed over as a table of the same columns,
/// with the identity of the view. SC1504 no such function, SC1505 what a trigger of this kind cannot do.
void read_triggers(const syntax::Value& triggers, const model::TableDraft& relation, model::Draft& draft);

}  // namespace schemac::compiler::objects
