// Turns a complete table draft into objects: the table, its columns, and the comments that their docs become.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::resolve {

/// SC1114 where the table has no column.
void finish_table(const model::TableDraft& table, model::Draft& draft);

}  // namespace schemac::compiler::resolve
