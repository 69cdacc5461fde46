// The pieces of SQL that several kinds write alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/constraint.hpp"
#include "model/model.hpp"

namespace schemac::compiler::objects {

/// The order of clauses within CREATE TABLE.
enum class ClauseRank : std::uint32_t { column, primary_key, unique, check, exclusion, foreign_key };

/// "a, b" for {"a", "b"} and ", ".
std::string joined(const std::vector<std::string>& items, std::string_view separator);

/// "(a, b)", each name quoted where it must be.
std::string column_list(const std::vector<std::string>& columns);

/// What follows a constraint that may wait: " DEFERRABLE INITIALLY DEFERRED", or nothing.
std::string deferrable_clause(model::Deferrable deferrable);

/// "CONSTRAINT bills_pkey PRIMARY KEY (id)" for the body "PRIMARY KEY (id)".
std::string constraint_clause(const model::Object& constraint, std::string_view body);
/// The statement that adds that clause to the table it belongs to.
std::string add_constraint(const model::Object& constraint, std::string_view clause);
std::string drop_constraint(const model::Object& constraint);
std::string rename_constraint(const model::Object& constraint, const std::string& name);

/// The identity of the table that a column or constraint is part of.
model::ObjectId table_of(const model::ObjectId& part);
/// The identities of columns of a table.
std::vector<model::ObjectId> columns_of(const model::ObjectId& table,
                                        const std::vector<std::string>& columns);

/// The identities that a qualified type name may have as an enum or a domain type: `public.bill_status[]`.
/// None for built-in types, which have no schema.
std::vector<model::ObjectId> types_named(std::string_view type);

/// The name of the function, in lower case and without its schema, where the whole expression is one call:
/// "lower(title)" -> "lower". Nothing for anything else, such as "lower(a) || b" or "ROW(a, b)".
std::optional<std::string> called_function(std::string_view expression);

/// The expression, in parentheses unless it is one word, literal or call: where SQL takes no full expression
/// (DEFAULT).
std::string restricted_expression(std::string_view expression);

}  // namespace schemac::compiler::objects
