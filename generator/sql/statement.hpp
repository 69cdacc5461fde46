// One SQL statement of a file or a string: comments may stand in it, a semicolon may end it.
#pragma once

#include <string_view>
#include <variant>

#include "sql/parse_tree.hpp"

namespace schemac::compiler::sql {

/// Brackets and operators that one statement may hold: see kMaxTokens.
inline constexpr std::size_t kMaxOperators = 1000;

/// Parses exactly one statement; `what` is expected ("one SELECT"). Its nodes' places are bytes of `text`.
std::variant<ParseTree, SqlError> parse_statement(std::string_view text, std::string_view what);

/// The end of the first token of a statement: what to point at where the place is the statement.
std::size_t first_token_end(std::string_view text);

/// Where the token behind the first `word` (lower case) at or after byte `from` starts; the text's end where
/// there is none.
std::size_t first_token_after(std::string_view text, std::string_view word, std::size_t from = 0);

}  // namespace schemac::compiler::sql
