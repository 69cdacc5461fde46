// One imported table as a definition.
#pragma once

#include <vector>

#include "importers/imported_schema.hpp"
#include "importers/mixins.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::importers {

/// The value of the table's member under "tables". `mixins` are those that it has.
syntax::Value table_definition(const ImportedSchema& schema, const ImportedTable& table,
                               const std::vector<const FoundMixin*>& mixins);

}  // namespace schemac::compiler::importers
