// The indexes of a table or of a materialized view, from a database and as definitions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "importers/imported_schema.hpp"
#include "model/model.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::importers {

std::vector<ImportedIndex> read_indexes(const model::ObjectId& relation, const model::Model& model);

/// The value of "indexes". @param is_column whether a key is the name of a column: what is made of columns
/// alone gets a name by itself
syntax::Value index_list(const std::string& relation, const std::vector<ImportedIndex>& indexes,
                         const std::function<bool(const std::string& key)>& is_column);

}  // namespace schemac::compiler::importers
