// What is checked about the text of an expression before a parser sees it, and the expressions that need
// none.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "sql/expression.hpp"

namespace schemac::compiler::sql {

/// Operators, brackets and words that one expression may hold: each can be one level of nesting, and
/// libpg_query's recursion has no limit of its own before the stack ends (measured: over 1,500 levels).
inline constexpr std::size_t kMaxTokens = 1000;

/// What would let a text be more, or less, than one expression once something is put around it: NUL,
/// comments, semicolons, brackets and quotes that do not match, commas outside of brackets, nothing at all.
std::optional<SqlError> lexical_mistake(std::string_view text);

/// The end of the blanks and comments that start at `begin`.
std::size_t blank_end(std::string_view text, std::size_t begin);

/// The end of the token that starts at `begin`: a word, a quoted name or literal, or one character.
std::size_t token_end(std::string_view text, std::size_t begin);

/// The end of a possibly qualified name that starts at `begin`: a.b, "A".b
std::size_t name_end(std::string_view text, std::size_t begin);

/// The end of what stands at `begin`: a name, a literal, or the characters of one operator.
std::size_t meant_end(std::string_view text, std::size_t begin);

/// True for an unquoted lower-case name that is no key word of any kind that a name may not be.
bool is_plain_name(std::string_view text);

/// The commonest expressions, whose parse is known: whole numbers, plain strings, true, false, NULL, names,
/// now(), gen_random_uuid(). Nothing where a parser has to look.
std::optional<Expression> trivial_expression(std::string_view text);

}  // namespace schemac::compiler::sql
