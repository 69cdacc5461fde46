// Keyset orders in SQL.
#pragma once

#include <string>
#include <vector>

namespace schemac::compiler::targets {

/// One column of an order.
struct OrderColumn {
  std::string sql;   ///< its name, quoted where it needs it
  std::string type;  ///< its SQL type, without length or precision
  bool nullable = false;
  bool descending = false;
};

/// "introduced_on DESC, id DESC". NULLs stand where PostgreSQL puts them: first where descending, else last.
std::string order_by(const std::vector<OrderColumn>& columns);

/// The condition that holds for the rows after the one whose values are $1, $2, …: a comparison of rows,
/// which an index in that order answers, where no column takes NULL and all go in one direction; else the
/// same spelled out.
std::string after_condition(const std::vector<OrderColumn>& columns);

}  // namespace schemac::compiler::targets
