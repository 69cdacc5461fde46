// Reads one index, of a table or of a materialized view.
#pragma once

#include "model/definition.hpp"

namespace schemac::compiler::objects {

/// The keys of definitions that hold indexes.
std::span<const model::KeySpec> index_specs();

/// What "indexes" may be, of a table or of a materialized view.
extern const model::ValueForm kIndexListForm;

/// Adds the index that `item` defines on `table`: a view is handed over as a table of the same columns, with
/// the identity of the view.
void read_index(const syntax::Value& item, const model::TableDraft& table, model::Draft& draft);

}  // namespace schemac::compiler::objects
