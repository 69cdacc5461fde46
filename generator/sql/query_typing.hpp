// The types of a query's expressions, and what PostgreSQL would refuse about them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/scope.hpp"

namespace schemac::compiler::sql {

struct QueryTyping {
  std::vector<std::string> outputs;  ///< of Query::outputs; empty where one is not known, none for a UNION
  std::vector<Objection> objections;
};

/// Types every SELECT in `text` by itself: what it computes, its WHERE and HAVING, the conditions of its
/// joins. `scope` is asked for the columns that `Query::columns` lists, by their places.
/// REQUIRES: parse_query takes `text`.
QueryTyping type_query(std::string_view text, const Scope& scope);

}  // namespace schemac::compiler::sql
