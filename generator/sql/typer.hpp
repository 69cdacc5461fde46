// Finds the type of an expression, and what PostgreSQL would refuse about it where it stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/coercion.hpp"
#include "sql/scope.hpp"

struct PgQuery__Node;

namespace schemac::compiler::sql {

/// What typing an expression finds. Places are those of the tree: offsets into the statement that was parsed.
struct Typing {
  std::string type;  ///< as PostgreSQL prints it; empty where it is not known, "unknown" for a bare literal
  std::vector<Objection> objections;
};

/// @param target the type that a default or a generated column must have, as PostgreSQL prints it; else
/// empty.
/// An objection that is about the whole expression has begin == end == 0.
Typing type_expression(const PgQuery__Node& expression, const Scope& scope, Place place,
                       std::string_view target);

}  // namespace schemac::compiler::sql
