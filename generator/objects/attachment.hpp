// Keys and indexes of partitions belong to those of the partitioned table: they are attached, and go along.
#pragma once

#include <optional>
#include <string>

#include "model/constraint.hpp"
#include "model/object_kind.hpp"

namespace schemac::compiler::objects {

/// Whether rows of the table are kept by partitions.
bool is_partitioned(const model::ObjectId& table, const model::Model& model);

/// Whether the partition key of its table names the column.
bool is_partitioned_by(const model::ObjectId& column, const model::Model& model);

/// Whether the table's rows stay in their partitions: the server changes neither the key by which they are
/// divided nor the types of its columns.
bool keeps_partitioning(const model::ObjectId& table, const model::Transition& transition);

/// Whether the partition `table` is one of the same table all through a plan, and no successor takes over
/// from either.
bool stays_attached(const model::ObjectId& table, const model::Transition& transition);

/// Whether the partitioned table's key or index is the same all through a plan.
bool stays(const model::IndexParent& parent, const model::Transition& transition);

/// What a key or index of a partition may need: it is one of these.
std::vector<model::ObjectId> identities_of(const model::IndexParent& parent);

/// Attaches `index` (quoted, with its schema) to the one of the partitioned table.
model::Step attach(const model::ObjectId& object, const model::IndexParent& parent, const std::string& index);

}  // namespace schemac::compiler::objects
