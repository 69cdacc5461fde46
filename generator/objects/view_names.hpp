// Checks the names in a view's query against the whole project, and finds out what its columns are.
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

/// The tables that may have a column of the query; nothing where one of them is no table, whose columns are
/// not known.
std::optional<std::vector<const model::TableDraft*>> tables_of(const sql::Query& query,
                                                               const std::vector<std::size_t>& relations,
                                                               const model::Draft& draft);

/// The query's columns; nothing where a star stands for columns that are not known.
/// @param types of `query.outputs`, as check_view_types finds them.
std::optional<std::vector<model::ColumnDraft>> output_columns(const sql::Query& query,
                                                              const std::vector<std::string>& types,
                                                              const model::Draft& draft);

/// SC1512 where `view` reads itself, through other views too; one finding a cycle.
void refuse_cycle(const model::ObjectId& view, model::Draft& draft);

}  // namespace schemac::compiler::objects
