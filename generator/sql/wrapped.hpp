// An expression's text within the statement that it is parsed in: places back and forth.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "sql/parse_tree.hpp"

namespace schemac::compiler::sql {

/// The error of a parse of prefix + text + suffix, as an error about `text`.
SqlError error_inside(SqlError error, std::size_t prefix, std::string_view text);

/// The text of `node` that is equal for equal expressions: `printed`, which is `SELECT node` as libpg_query
/// prints it, or `source`, the node's own text. The deparser leaves out parentheses that are needed now and
/// then
/// (`(a OR b) IS TRUE` becomes `a OR b IS TRUE`), so its text is taken only where it parses to the same tree.
std::string canonical_text(const PgQuery__Node& node, std::string_view printed, std::string_view source);

/// The expression at `node` but for `canonical`, with places in `text`; what may not stand in a definition is
/// an error.
std::variant<Expression, SqlError> describe(const PgQuery__Node& node, std::size_t prefix,
                                            std::string_view text, bool allow_subquery,
                                            const Context* context);

}  // namespace schemac::compiler::sql
