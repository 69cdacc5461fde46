// What a table asks of its rows: columns, conditions, keys and references, as the catalogue has them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schemac/executor.hpp"

namespace schemac::compiler::verify {

struct ColumnFacts {
  std::string name;
  std::string quoted;      ///< as SQL names it
  std::uint32_t type = 0;  ///< oid
  int modifier = -1;       ///< pg_attribute.atttypmod
  std::string type_sql;    ///< with its parameters
  bool not_null = false;
  bool has_default = false;      ///< identity columns have one
  bool always_identity = false;  ///< takes nothing but DEFAULT
};

/// A check, a key, an exclusion, the bounds of a partition or a generated column: what the server names when
/// it refuses a row.
struct RuleFacts {
  std::string name;  ///< the constraint's, the unique index' or the column's; empty: the partition's bounds
  std::string sql;
  std::string condition;             ///< of a check of one stored column; otherwise empty
  std::vector<std::size_t> columns;  ///< those that it mentions, as positions in TableFacts::columns
};

struct ReferenceFacts {
  std::string name;
  std::vector<std::size_t> columns;
  std::string parent;                           ///< as SQL names it
  std::vector<std::string> parent_columns;      ///< as SQL names them
  std::vector<std::size_t> own_parent_columns;  ///< where the table refers to itself; otherwise empty
  std::vector<std::uint32_t> parent_tables;     ///< oids of the tables that hold the parent's rows
};

/// A table that holds rows itself: an ordinary one or a partition, not of an extension, not temporary.
struct TableFacts {
  std::uint32_t oid = 0;
  std::string name;                  ///< as SQL names it, with its schema
  std::vector<ColumnFacts> columns;  ///< in their order, without generated ones
  std::vector<RuleFacts> rules;
  std::vector<ReferenceFacts> references;
};

/// In the order of their names.
std::vector<TableFacts> read_table_facts(Executor& database);

}  // namespace schemac::compiler::verify
