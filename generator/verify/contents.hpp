// The tables of a live database with their rows, to see whether a migration kept both.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/hints.hpp"
#include "schemac/executor.hpp"

namespace schemac::compiler::verify {

struct StoredColumn {
  int number = 0;    ///< pg_attribute.attnum: another one is another column
  std::string type;  ///< with its parameters; of an enum with its labels, since renaming one changes values
  std::string generated;  ///< the expression of a generated column
};

struct StoredTable {
  std::uint32_t oid = 0;
  std::string partitioned_by;  ///< empty: not partitioned, and so with rows of its own
  std::map<std::string, StoredColumn> columns;
  std::vector<std::map<std::string, std::optional<std::string>>> rows;  ///< column -> value as text
};

/// By the table's name as SQL has it, with its schema. Tables of extensions are left out.
using Contents = std::map<std::string, StoredTable>;

/// Reads every row: for small databases.
Contents read_contents(Executor& database);

/// The same tables and columns under the names that the renames give them.
Contents renamed(Contents contents, std::span<const model::Rename> renames);

/// And under those that they had: what renamed() makes of the result is `contents`.
Contents renamed_back(Contents contents, std::span<const model::Rename> renames);

/// What became of a table that is in both.
struct Loss {
  enum class Kind {
    recreated,  ///< the table or a column of it is another object of the same name
    rows,       ///< fewer or more rows, or other values in columns whose type is the same
  };
  Kind kind;
  std::string what;
};

/// What is in `before` and, under the same name, in `after`, but not the same. What PostgreSQL cannot change
/// in place is no loss: a table that begins to be partitioned or stops, the expression of a generated column.
std::vector<Loss> losses(const Contents& before, const Contents& after);

}  // namespace schemac::compiler::verify
