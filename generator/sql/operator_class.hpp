// Whether an index may have a key: operator classes, access methods and collations.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sql/scope.hpp"

namespace schemac::compiler::sql {

/// What PostgreSQL would refuse about a key of that type in an index of that method; `opclass` is empty where
/// the key takes the default one. Nothing for a type or a method that the facts do not know. Places are not
/// set.
/// @param type as PostgreSQL prints it; empty where it is not known.
std::optional<Objection> operator_class_mistake(const Scope& scope, std::string_view method,
                                                std::string_view opclass, std::string_view type);

/// What PostgreSQL would refuse about a collation of a value of that type.
std::optional<Objection> collation_mistake(const Scope& scope, std::string_view collation,
                                           std::string_view type);

}  // namespace schemac::compiler::sql
