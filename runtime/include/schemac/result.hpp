// The rows that a statement returned, as the server sent them (binary), and a reader that takes one row apart
// column by column.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "schemac/codec/codec.hpp"

struct pg_result;  // libpq's PGresult

namespace schemac {

/// Owns what the server sent; FieldViews borrow from it. Moving is cheap; a moved-from Result has no rows.
class Result {
 public:
  Result() noexcept = default;

  /// Takes over a libpq result that holds rows or a command's success. For the runtime itself.
  explicit Result(pg_result* owned) noexcept;
  ~Result();
  Result(Result&& other) noexcept
      : raw_{std::exchange(other.raw_, nullptr)}, rows_{std::exchange(other.rows_, 0)} {}
  Result& operator=(Result&& other) noexcept {
    std::swap(raw_, other.raw_);
    std::swap(rows_, other.rows_);
    return *this;
  }
  Result(const Result&) = delete;
  Result& operator=(const Result&) = delete;

  int rows() const noexcept { return rows_; }
  bool empty() const noexcept { return rows_ == 0; }
  int columns() const noexcept;

  /// How many rows the statement inserted, updated, deleted or selected; 0 for other statements.
  std::int64_t affected() const noexcept;

  /// A value, valid as long as this Result. REQUIRES: 0 <= row < rows(), 0 <= column < columns().
  FieldView field(int row, int column) const noexcept;

  /// A column's name, as the statement gave it. Empty if there is no such column.
  std::string_view column_name(int column) const noexcept;

  /// The oid of a column's type, as in pg_type.
  std::uint32_t column_type(int column) const noexcept;

 private:
  pg_result* raw_ = nullptr;
  int rows_ = 0;
};

namespace detail {
template <class T>
struct Nullable : std::false_type {
  using Value = T;
};
template <class T>
struct Nullable<std::optional<T>> : std::true_type {
  using Value = T;
};

[[noreturn]] void throw_unexpected_null(const Result& result, int column);
[[noreturn]] void throw_no_such_column(const Result& result, int column);
}  // namespace detail

/// Takes one row apart from left to right: `RowReader row{result, 0}; auto id = row.next<int>(); auto name =
/// row.next<std::string>();`.
class RowReader {
 public:
  /// REQUIRES: 0 <= row < result.rows(). `result` outlives the reader.
  RowReader(const Result& result, int row) noexcept
      : result_{&result}, row_{row}, columns_{result.columns()} {}

  /// The next column's value. Throws DecodeError when there is no further column, when it is NULL and T is
  /// not a std::optional, or when its bytes are not a T.
  template <class T>
  T next() {
    int column = column_++;
    if (column >= columns_) detail::throw_no_such_column(*result_, column);
    FieldView field = result_->field(row_, column);
    if constexpr (detail::Nullable<T>::value) {
      if (field.is_null()) return std::nullopt;
    } else {
      if (field.is_null()) detail::throw_unexpected_null(*result_, column);
    }
    return Codec<typename detail::Nullable<T>::Value>::decode(field);
  }

  /// Goes past a column.
  void skip() noexcept { ++column_; }

 private:
  const Result* result_;
  int row_;
  int columns_;
  int column_ = 0;
};

}  // namespace schemac
