// Finds out what the names in a statement stand for, scope by scope, as PostgreSQL does.
#pragma once

#include "sql/query.hpp"

struct ProtobufCMessage;
struct PgQuery__ResTarget;

namespace schemac::compiler::sql {

/// Adds what `statement` reads, names and makes to `query`; places are bytes of `text`.
void resolve_names(const ProtobufCMessage& statement, std::string_view text, Query& query);

/// The name of a column of a SELECT's result; empty where PostgreSQL has none but "?column?".
std::string output_name(const PgQuery__ResTarget& target);

}  // namespace schemac::compiler::sql
