// What every part of a Drizzle snapshot is read with: its values, and the findings about what is left over.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.hpp"
#include "syntax/value.hpp"

namespace schemac::compiler::importers {

/// The string of a member; empty where there is none.
std::string text_of(const syntax::Value& object, std::string_view key);

/// Whether a member is true.
bool flag_of(const syntax::Value& object, std::string_view key);

/// The strings of a member that is a list.
std::vector<std::string> texts_of(const syntax::Value& object, std::string_view key);

/// The members of a member that is an object; none where it is missing.
const std::vector<syntax::Member>& members_of(const syntax::Value& object, std::string_view key);

/// SC1702: `what` is there, and is not carried over.
void warn_left_out(support::Diagnostics& diagnostics, support::Span place, const std::string& what);

/// SC1702 for each member of `object` that says something (null, false and empty ones do not) and is not
/// among `known`; `whose` names the object: "the column `bills.title`".
void warn_of_rest(support::Diagnostics& diagnostics, const syntax::Value& object, const std::string& whose,
                  std::initializer_list<std::string_view> known);

/// `name` as PostgreSQL keeps it; SC1703 where that is shorter.
std::string kept_name(support::Diagnostics& diagnostics, const std::string& name, support::Span place);

/// An expression without the table's name before its columns, in canonical text where it parses.
std::string bare_expression(std::string_view sql, std::string_view schema, std::string_view table);

}  // namespace schemac::compiler::importers
