// Partitions that whoever operates a database makes as time goes by, and lets go: no part of its schema.
#pragma once

#include <span>

#include "model/object_kind.hpp"

namespace schemac::compiler::live {

/// `database` without the partitions by range, and what belongs to them, of those tables that `declared`
/// leaves to such a schedule: it gives them a default partition and no other.
model::Model without_made_partitions(const model::Model& database, const model::Model& declared,
                                     std::span<const model::ObjectKind* const> kinds);

}  // namespace schemac::compiler::live
