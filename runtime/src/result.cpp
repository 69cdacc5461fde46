// The rows that a statement returned: a thin owner of libpq's PGresult.
#include "schemac/result.hpp"

#include <libpq-fe.h>

#include <charconv>

#include "schemac/error.hpp"

namespace schemac {

Result::Result(pg_result* owned) noexcept : raw_{owned}, rows_{PQntuples(owned)} {}

Result::~Result() {
  if (raw_ != nullptr) PQclear(raw_);
}

int Result::columns() const noexcept {
  return raw_ == nullptr ? 0 : PQnfields(raw_);
}

std::int64_t Result::affected() const noexcept {
  if (raw_ == nullptr) return 0;
  std::string_view text = PQcmdTuples(raw_);
  std::int64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

FieldView Result::field(int row, int column) const noexcept {
  // libpq gives NULL the length 0, so that only an empty value needs the second question.
  int size = PQgetlength(raw_, row, column);
  if (size == 0 && PQgetisnull(raw_, row, column) != 0) return {nullptr, 0};
  return {PQgetvalue(raw_, row, column), size};
}

std::string_view Result::column_name(int column) const noexcept {
  const char* name = raw_ == nullptr ? nullptr : PQfname(raw_, column);
  return name == nullptr ? std::string_view{} : name;
}

std::uint32_t Result::column_type(int column) const noexcept {
  return raw_ == nullptr ? 0 : PQftype(raw_, column);
}

namespace detail {

void throw_unexpected_null(const Result& result, int column) {
  throw DecodeError{"column \"" + std::string{result.column_name(column)} +
                    "\" is NULL, and the type that was asked for is not optional"};
}

void throw_no_such_column(const Result& result, int column) {
  throw DecodeError{"column " + std::to_string(column + 1) + " was asked for, but the statement returns " +
                    std::to_string(result.columns())};
}

}  // namespace detail
}  // namespace schemac
