// That a table is a partition of another one.
#pragma once

#include <string>
#include <string_view>

#include "model/object_id.hpp"

namespace schemac::compiler::model {

inline constexpr std::string_view kPartitionKind = "partition";

/// Its identity is {kPartitionKind, schema, name} of the table that is the partition: an ordinary table with
/// columns, keys and indexes of its own, but without what only the partitioned table has (identity, triggers,
/// policies).
struct Partition {
  std::string parent_schema;
  std::string parent;
  std::string
      bound;  ///< as PostgreSQL prints it: "FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')", "DEFAULT"

  template <class V>
  static void describe(V&& visit) {
    visit("parent_schema", &Partition::parent_schema);
    visit("parent", &Partition::parent);
    visit("bound", &Partition::bound);
  }
  friend bool operator==(const Partition&, const Partition&) = default;
};

/// The identity that a table has as a partition, where it is one.
inline ObjectId attachment_of(const ObjectId& table) {
  return {std::string(kPartitionKind), table.schema, table.name, {}};
}

}  // namespace schemac::compiler::model
