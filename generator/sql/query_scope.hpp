// Finds out what the names in a statement stand for, scope by scope, as PostgreSQL does.
#pragma once

#include "sql/query.hpp"

struct ProtobufCMessage;
struct PgQuery__SelectStmt;

namespace schemac::compiler::sql {

/// Adds what `statement` reads, names and makes to `query`; places are bytes of `text`.
void resolve_names(const ProtobufCMessage& statement, std::string_view text, Query& query);

}  // namespace schemac::compiler::sql
