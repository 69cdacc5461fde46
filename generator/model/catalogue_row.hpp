// One row of what a kind of object asks PostgreSQL's catalogue.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/object_id.hpp"
#include "sql/repeatable.hpp"

namespace schemac::compiler::model {

/// What a row is about: an object that was read before.
struct CatalogueTarget {
  ObjectId id;
  bool whole = true;  ///< false: a part of it that is no object of its own, such as the column of a view
};

/// Columns are named as in the query. All are read as text, lists as text[]; a NULL is an empty text or list.
/// REQUIRES: the query has the column.
class CatalogueRow {
 public:
  virtual ~CatalogueRow() = default;
  [[nodiscard]] virtual std::string text(std::string_view column) const = 0;
  [[nodiscard]] virtual std::vector<std::string> list(std::string_view column) const = 0;
  /// SQL that PostgreSQL printed, in a form that it takes for the same.
  [[nodiscard]] std::string sql(std::string_view column) const { return sql::repeatable(text(column)); }
  /// What the columns `target_class`, `target_oid` and `target_sub` name, as pg_depend does; nothing for what
  /// is no object of a model. REQUIRES: of a kind that stands before this one in the registry.
  [[nodiscard]] virtual std::optional<CatalogueTarget> target() const = 0;
  /// REQUIRES: a boolean.
  [[nodiscard]] bool flag(std::string_view column) const { return text(column) == "t"; }
};

}  // namespace schemac::compiler::model
