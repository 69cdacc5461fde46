// The exceptions of the runtime.
#include "schemac/error.hpp"

#include <utility>

namespace schemac {

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::connection:
      return "connection";
    case ErrorCode::query:
      return "query";
    case ErrorCode::constraint:
      return "constraint";
    case ErrorCode::timeout:
      return "timeout";
    case ErrorCode::decode:
      return "decode";
    case ErrorCode::validation:
      return "validation";
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::migration:
      return "migration";
    case ErrorCode::exhausted:
      return "exhausted";
  }
  return "unknown";
}

Error::Error(ErrorCode code, const std::string& message, std::string sqlstate, std::string context)
    : std::runtime_error{message},
      code_{code},
      sqlstate_{std::move(sqlstate)},
      context_{std::move(context)} {}

ConnectionError::ConnectionError(const std::string& message, std::string sqlstate, std::string context)
    : Error{ErrorCode::connection, message, std::move(sqlstate), std::move(context)} {}

QueryError::QueryError(const std::string& message, std::string sqlstate, std::string context)
    : QueryError{ErrorCode::query, message, std::move(sqlstate), std::move(context)} {}

QueryError::QueryError(ErrorCode code, const std::string& message, std::string sqlstate, std::string context)
    : Error{code, message, std::move(sqlstate), std::move(context)} {}

void QueryError::set_details(std::string detail, std::string hint, int position) {
  detail_ = std::move(detail);
  hint_ = std::move(hint);
  position_ = position;
}

ConstraintError::ConstraintError(const std::string& message, std::string sqlstate, std::string context,
                                 std::string constraint, std::string table, std::string column)
    : QueryError{ErrorCode::constraint, message, std::move(sqlstate), std::move(context)},
      constraint_{std::move(constraint)},
      table_{std::move(table)},
      column_{std::move(column)} {}

TimeoutError::TimeoutError(const std::string& message, std::string sqlstate, std::string context)
    : QueryError{ErrorCode::timeout, message, std::move(sqlstate), std::move(context)} {}

DecodeError::DecodeError(const std::string& message, std::string context)
    : Error{ErrorCode::decode, message, {}, std::move(context)} {}

UsageError::UsageError(const std::string& message, std::string sqlstate, std::string context)
    : Error{ErrorCode::usage, message, std::move(sqlstate), std::move(context)} {}

PoolExhausted::PoolExhausted(const std::string& message, std::string context)
    : Error{ErrorCode::exhausted, message, {}, std::move(context)} {}

MigrationError::MigrationError(const std::string& message, std::string sqlstate, std::string context)
    : Error{ErrorCode::migration, message, std::move(sqlstate), std::move(context)} {}

}  // namespace schemac
