// Columns that repeat from table to table, as mixins.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "importers/imported_schema.hpp"

namespace schemac::compiler::importers {

/// A mixin is made of what so many tables have alike.
inline constexpr std::size_t kTablesOfMixin = 3;

struct FoundMixin {
  std::string name;
  std::vector<ImportedColumn> columns;
  bool primary_key = false;  ///< its only column is the table's key

  [[nodiscard]] bool holds(std::string_view column) const;
};

struct FoundMixins {
  std::vector<FoundMixin> all;
  /// Those of each table, as indices of `all`, by the table's place in the schema.
  std::vector<std::vector<std::size_t>> of_table;
};

/// Two things are looked for, each in the same form (type, NULL, default) in at least kTablesOfMixin tables:
/// a primary key of one column, named "uuid_id" after its type and name; and the pair created_at, updated_at,
/// named "timestamps". Further forms are numbered: "timestamps_2".
FoundMixins find_mixins(const ImportedSchema& schema);

/// A column in the string form: "varchar(50)? = 'x'".
std::string column_form(const ImportedColumn& column);

/// Whether the string form says all of the column.
bool is_plain(const ImportedTable& table, const ImportedColumn& column);

}  // namespace schemac::compiler::importers
