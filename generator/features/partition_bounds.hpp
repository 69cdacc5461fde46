// The values that the partitions of a table hold, as FOR VALUES says them.
#pragma once

#include <string>
#include <vector>

#include "model/definition.hpp"

namespace schemac::compiler::features {

/// What decides which partition a row goes to.
struct PartitionKey {
  std::string column;  ///< empty: an expression
  model::TypeUse type;
};

/// A partition that the definitions name.
struct PartitionBound {
  std::string name;  ///< of the table that is the partition
  std::string sql;   ///< "FOR VALUES IN ('nairobi')", "DEFAULT"
  support::Span place;
};

/// {"old": {"to": "2026-01-01"}, …}: what is left out has no bound on that side. SC1106 for what is no value
/// of the key's type, SC1457 for ranges that are empty or overlap, as far as that can be told without a
/// server.
std::vector<PartitionBound> read_ranges(const syntax::Value& partitions, const PartitionKey& key,
                                        const std::string& table, model::Draft& draft);

/// {"coast": ["mombasa", "kwale"], …}; likewise, SC1457 for a value that stands twice.
std::vector<PartitionBound> read_lists(const syntax::Value& partitions, const PartitionKey& key,
                                       const std::string& table, model::Draft& draft);

}  // namespace schemac::compiler::features
