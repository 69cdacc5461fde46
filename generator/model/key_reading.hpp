// Reads what the keys of a table have in common: lists of its columns, and SQL over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/definition.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::model {

/// A list of columns of `table`. SC1401 where it is empty, SC1402 where a column stands in it twice, SC1301
/// for unknown ones, which are left out.
std::vector<std::string> read_columns(const syntax::Value& list, std::string_view what,
                                      const TableDraft& table, Draft& draft);

/// SC1401 where `list` holds nothing.
bool expect_not_empty(const syntax::Value& list, std::string_view what, Draft& draft);

/// SC1010 where a definition is neither a list nor an object, its long form. True where it is either.
bool expect_list_or_object(const syntax::Value& value, std::string_view what, Draft& draft);

/// The string of a member, or an empty one: SC1010 where it is no string.
std::string read_text(const syntax::Value& definition, std::string_view key, Draft& draft);

/// The flag of a member; false where it is left out. SC1010 where it is no boolean.
bool read_flag(const syntax::Value& definition, std::string_view key, Draft& draft);

/// SC1301, within the string `value`, for each column that `table` lacks.
void expect_columns(const std::vector<sql::Mention>& columns, const syntax::Value& value,
                    const TableDraft& table, Draft& draft);

}  // namespace schemac::compiler::model
