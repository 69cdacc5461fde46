// A SELECT: what it reads, which columns it names and which it makes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sql/expression.hpp"

namespace schemac::compiler::sql {

/// A table or view that a query names (not a WITH query of its own).
struct RelationMention {
  std::string schema;  ///< empty where it is not named
  std::string name;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A column reference that can only be a column of one of `relations` (indexes into Query::relations).
struct ColumnUse {
  std::string name;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> relations;
};

/// A column of the result, or several of them.
struct OutputColumn {
  std::string name;                    ///< empty: PostgreSQL's "?column?", or `star`
  bool star = false;                   ///< all columns of `relations`, in their order
  bool opaque = false;                 ///< a star over something whose columns the query alone does not tell
  std::string column;                  ///< where it is a column of one of `relations`, unchanged
  std::vector<std::size_t> relations;  ///< indexes into Query::relations
  std::string cast;                    ///< the type that it is cast to, as written in the text; empty: none
  bool outer = false;                  ///< on the side of an outer join that may have no row
};

struct Query {
  std::string canonical;
  std::vector<RelationMention> relations;
  std::vector<ColumnUse> columns;
  std::vector<Mention> unknown;  ///< names of tables that no FROM brings in: "b" of "b.title"
  std::vector<std::string> functions;
  std::vector<OutputColumn> outputs;
};

/// Parses exactly one SELECT (or VALUES, TABLE, WITH … SELECT).
std::variant<Query, SqlError> parse_query(std::string_view text);

/// The tables and views that statements (the body of a function in SQL) read or write; none where the text
/// cannot be parsed.
std::vector<RelationMention> relations_in(std::string_view statements);

}  // namespace schemac::compiler::sql
