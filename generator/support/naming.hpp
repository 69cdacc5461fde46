// Names in the forms that SQL and C++ want them.
#pragma once

#include <string>
#include <string_view>

namespace schemac::compiler::support {

/// PostgreSQL truncates longer identifiers silently (NAMEDATALEN - 1).
inline constexpr std::size_t kMaxIdentifierBytes = 63;

/// Lower-case letters, digits and single underscores, starting with a letter: what definitions may name
/// things.
bool is_snake_case(std::string_view name);

/// `bill_status` -> `BillStatus`.
std::string pascal_case(std::string_view snake);

/// The English singular of the last word of a snake_case plural: `user_profiles` -> `user_profile`,
/// `categories` -> `category`. Words that it does not know are returned as they are.
std::string singular(std::string_view plural);

/// `name` where C++ takes it as an identifier, `name_` where it is a C++ keyword or reserved. What stands
/// between letters and digits becomes one underscore: `vector(1536)` -> `vector_1536`.
std::string cpp_identifier(std::string_view name);

/// `name`, quoted where PostgreSQL needs it: upper case, odd characters, or a reserved word (of PostgreSQL
/// 15, in any position).
std::string quote_identifier(std::string_view name);

/// `'text'` as an SQL string literal; E'' form is never needed because standard_conforming_strings is on.
std::string quote_literal(std::string_view text);

}  // namespace schemac::compiler::support
