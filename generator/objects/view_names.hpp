// Checks the names in a view's query against the whole project.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/definition.hpp"
#include "objects/sql_source.hpp"
#include "sql/query.hpp"

namespace schemac::compiler::objects {

/// SC1109 for a table or view that `query` reads and that is not there, SC1301 for a column that none of the
/// tables has.
void check_view_names(const sql::Query& query, const SqlSource& source, model::Draft& draft);

/// The names of the query's columns; nothing where a star stands for columns that are not known.
std::optional<std::vector<std::string>> output_names(const sql::Query& query, const model::Draft& draft);

/// SC1512 where `view` reads itself, through other views too; one finding a cycle.
void refuse_cycle(const model::ObjectId& view, model::Draft& draft);

}  // namespace schemac::compiler::objects
