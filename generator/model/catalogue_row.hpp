// One row of what a kind of object asks PostgreSQL's catalogue.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sql/repeatable.hpp"

namespace schemac::compiler::model {

/// Columns are named as in the query. All are read as text, lists as text[]; a NULL is an empty text or list.
/// REQUIRES: the query has the column.
class CatalogueRow {
 public:
  virtual ~CatalogueRow() = default;
  [[nodiscard]] virtual std::string text(std::string_view column) const = 0;
  [[nodiscard]] virtual std::vector<std::string> list(std::string_view column) const = 0;
  /// SQL that PostgreSQL printed, in a form that it takes for the same.
  [[nodiscard]] std::string sql(std::string_view column) const { return sql::repeatable(text(column)); }
  /// REQUIRES: a boolean.
  [[nodiscard]] bool flag(std::string_view column) const { return text(column) == "t"; }
};

}  // namespace schemac::compiler::model
