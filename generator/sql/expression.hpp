// SQL expressions inside definitions, parsed by libpg_query (the only part that sees it).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sql/scope.hpp"

namespace schemac::compiler::sql {

/// Why a text is not what it should be, and the bytes [begin, end) of it that are meant.
struct SqlError {
  std::string message;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// A name or literal within an expression, with its bytes in the text that was parsed.
struct Mention {
  std::string name;  ///< last part of the name, unquoted
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// One parsed expression.
struct Expression {
  /// libpg_query's deparsed text: equal for equal expressions, and its own canonical text. Where the deparser
  /// would change the meaning, the text as it was written.
  std::string canonical;
  std::vector<Mention> columns;    ///< column references outside of sub-queries, in order
  std::vector<Mention> functions;  ///< called functions, in order
  bool is_string_literal = false;  ///< 'text' alone: `literal` is its content
  std::string literal;
  std::string type;  ///< as PostgreSQL prints it; empty where it is not known, or nobody asked
  std::vector<Objection> objections;  ///< what PostgreSQL would refuse; only where a context is given
};

/// Where an expression stands and what its names mean: what it takes to say whether PostgreSQL would accept
/// it.
struct Context {
  const Scope& scope;
  Place place;
  std::string target = {};  ///< the type of the column that a default or a generated column fills
};

/// Parses exactly one expression: no statement, no second one behind a comma, no sub-query where
/// `allow_subquery` is false.
std::variant<Expression, SqlError> parse_expression(std::string_view text, bool allow_subquery = false,
                                                    const Context* context = nullptr);

/// One key of an index as CREATE INDEX takes it: "title", "lower(name) text_pattern_ops DESC NULLS LAST".
struct IndexElement {
  std::string column;     ///< a plain column, else empty
  Expression expression;  ///< set where `column` is empty
  std::string collation;
  std::string opclass;
  bool descending = false;
  std::string nulls;  ///< "first" or "last" where that is not the order's own default; else empty
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The type and the objections of an expression are those of its `expression`; a plain column has none.
std::variant<IndexElement, SqlError> parse_index_element(std::string_view text,
                                                         const Context* context = nullptr);

}  // namespace schemac::compiler::sql
