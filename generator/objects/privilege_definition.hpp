// Reads the grants on tables and views.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

/// What "grants" may be, of a table or of a view.
extern const model::ValueForm kGrantsForm;

/// The keys of definitions that hold grants.
std::span<const model::KeySpec> privilege_specs();

/// Adds what `grants` gives each role, to what it has already. A view is handed over as a table of the same
/// columns, with the identity of the view. SC1473 no such privilege.
void read_grants(const syntax::Value& grants, const model::TableDraft& relation, model::Draft& draft);

}  // namespace schemac::compiler::objects
