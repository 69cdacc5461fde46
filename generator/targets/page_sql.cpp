// A row comes after another if its first column does, or if that is the same and its second column does, and
// so on. NULL is the last of an ascending and the first of a descending order.
#include "targets/page_sql.hpp"

#include <algorithm>

namespace schemac::compiler::targets {
namespace {

std::string placeholder(std::size_t index) {
  return "$" + std::to_string(index + 1);
}

std::string comes_after(const OrderColumn& column, std::size_t index) {
  const std::string compared = column.sql + (column.descending ? " < " : " > ");
  if (!column.nullable) return compared + placeholder(index);
  const std::string value = placeholder(index) + "::" + column.type;
  const std::string nulls = column.descending ? column.sql + " IS NOT NULL AND " + value + " IS NULL"
                                              : column.sql + " IS NULL AND " + value + " IS NOT NULL";
  return "(" + compared + value + " OR " + nulls + ")";
}

std::string is_same(const OrderColumn& column, std::size_t index) {
  if (!column.nullable) return column.sql + " = " + placeholder(index);
  return column.sql + " IS NOT DISTINCT FROM " + placeholder(index) + "::" + column.type;
}

std::string compare_rows(const std::vector<OrderColumn>& columns) {
  std::string names;
  std::string values;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    names += (i > 0 ? ", " : "") + columns[i].sql;
    values += (i > 0 ? ", " : "") + placeholder(i);
  }
  const char* sign = columns.front().descending ? " < " : " > ";
  return columns.size() == 1 ? names + sign + values : "(" + names + ")" + sign + "(" + values + ")";
}

}  // namespace

std::string order_by(const std::vector<OrderColumn>& columns) {
  std::string text;
  for (const OrderColumn& column : columns) {
    text += (text.empty() ? "" : ", ") + column.sql + (column.descending ? " DESC" : "");
  }
  return text;
}

std::string after_condition(const std::vector<OrderColumn>& columns) {
  const bool plain = std::all_of(columns.begin(), columns.end(), [&](const OrderColumn& column) {
    return !column.nullable && column.descending == columns.front().descending;
  });
  if (plain) return compare_rows(columns);

  std::string condition = comes_after(columns.back(), columns.size() - 1);
  for (std::size_t i = columns.size() - 1; i-- > 0;) {
    condition = comes_after(columns[i], i) + " OR " + is_same(columns[i], i) + " AND (" + condition + ")";
  }
  // Says nothing new, but gives an index of the first column a place to start from.
  const OrderColumn& first = columns.front();
  if (first.nullable || columns.size() == 1) return condition;
  return first.sql + (first.descending ? " <= $1" : " >= $1") + " AND (" + condition + ")";
}

}  // namespace schemac::compiler::targets
