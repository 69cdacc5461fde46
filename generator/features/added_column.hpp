// How a feature adds a column to the table that it stands in.
#pragma once

#include <string>

#include "model/definition.hpp"

namespace schemac::compiler::features {

/// Reads the switch `"key": true`; SC1450 for anything but true and false.
bool is_on(const syntax::Member& member, model::Draft& draft);

/// Appends `column`; SC1451 where the table has one of that name already.
void add_column(model::ColumnDraft column, const syntax::Member& cause, model::TableDraft& table,
                model::Draft& draft);

}  // namespace schemac::compiler::features
