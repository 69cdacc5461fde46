// Reads an SQL expression of a definition, and says what PostgreSQL would refuse about it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/definition.hpp"
#include "sql/expression.hpp"

namespace schemac::compiler::model {

/// What an expression of the draft may name: the columns of a table, enums, functions, extensions. Borrows.
class DraftScope final : public sql::Scope {
 public:
  /// The type of the column that a name stands for there; empty where it is not known.
  using ColumnTypes = std::function<std::string(std::string_view column, std::size_t at)>;

  DraftScope(const Draft& draft, ColumnTypes columns) : draft_(draft), columns_(std::move(columns)) {}
  /// @param table whose columns may be named; nullptr for none.
  DraftScope(const Draft& draft, const TableDraft* table);

  [[nodiscard]] std::string column_type(std::string_view column, std::size_t at) const override;
  [[nodiscard]] const std::vector<std::string>* enum_values(std::string_view name) const override;
  [[nodiscard]] std::string value_mistake(std::string_view text, std::string_view type) const override;
  [[nodiscard]] bool defines_function(std::string_view name) const override;
  [[nodiscard]] bool has_extension(std::string_view name) const override;
  [[nodiscard]] bool has_unknown_parts() const override;

 private:
  const Draft& draft_;
  ColumnTypes columns_;
};

/// Keeps what `expression` is refused for until all functions of the project are known; bytes are those of
/// `value` from `offset` on.
void object(Draft& draft, const syntax::Value& value, std::size_t offset, const sql::Expression& expression);

/// An expression over columns of `table` that is the whole string `value` (in a policy, columns within a
/// sub-query may be any table's): SC1201 for a mistake in the SQL,
/// SC1301 for a column that the table lacks, and what PostgreSQL refuses where it stands (SC1202 and on).
/// @param target the type of the column that a generated column fills; else empty.
std::optional<sql::Expression> read_expression(Draft& draft, const syntax::Value& value,
                                               const TableDraft& table, sql::Place place,
                                               const std::string& target = {});

/// SC1424 where PostgreSQL cannot keep the index that a primary key or a unique constraint of the column
/// takes, or cannot tell by it in which partition a row belongs.
void expect_indexable(Draft& draft, const ColumnDraft& column, support::Span place,
                      std::string_view method = "btree");

}  // namespace schemac::compiler::model
