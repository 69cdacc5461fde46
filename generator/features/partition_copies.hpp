// The tables that are partitions.
#pragma once

#include "features/partition_bounds.hpp"

namespace schemac::compiler::features {

/// Adds the table that `bound` names, with the columns, keys, checks and indexes of `parent`
/// under names of its own, and the object that attaches it. REQUIRES: all of the parent's are known.
void add_partition(const model::TableDraft& parent, const PartitionBound& bound, model::Draft& draft);

}  // namespace schemac::compiler::features
