// The types in a view's query.
#pragma once

#include <string>
#include <vector>

#include "model/definition.hpp"
#include "objects/sql_source.hpp"
#include "sql/query.hpp"

namespace schemac::compiler::objects {

/// Reports what PostgreSQL would refuse about the types of the query's expressions.
/// Returns the types of `query.outputs`, empty where one is not known; none for a UNION.
std::vector<std::string> check_view_types(const sql::Query& query, const SqlSource& source,
                                          model::Draft& draft);

}  // namespace schemac::compiler::objects
