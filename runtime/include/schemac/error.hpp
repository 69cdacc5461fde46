// The exceptions of the runtime: one base with a code, the server's SQLSTATE and the context; one class for
// each thing a caller may handle. No message, context or detail ever holds a password (connection strings and
// PASSWORD '…' in statements are redacted on the way in).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace schemac {

/// What kind of thing went wrong; each has a class below (ValidationError's is in validation.hpp).
enum class ErrorCode {
  connection,  ///< the server cannot be reached, or the connection broke
  query,       ///< the server refused a statement
  constraint,  ///< a statement would break a constraint
  timeout,     ///< the statement was cancelled, by its timeout or by somebody
  decode,      ///< a value from the server does not fit the C++ type asked for
  validation,  ///< data refused by the generated validators, before any statement
  usage,       ///< the calling code broke a rule of this library
  migration,   ///< a migration failed, or may not be run as things are
  exhausted,   ///< no connection of a pool was free in time
};

/// "connection", "query", …: stable, for logs and metrics.
std::string_view name(ErrorCode code);

class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string sqlstate = {}, std::string context = {});

  ErrorCode code() const noexcept { return code_; }

  /// The server's five characters, for example "23505". Empty where the server did not say (a socket that
  /// broke, a decode error).
  const std::string& sqlstate() const noexcept { return sqlstate_; }

  /// What was being done: the statement (shortened, without parameters), or a step such as "connect". May be
  /// empty.
  const std::string& context() const noexcept { return context_; }

 private:
  ErrorCode code_;
  std::string sqlstate_;
  std::string context_;
};

/// The server cannot be reached or refused us, or the connection broke; the connection is of no use any more.
/// SQLSTATE is the server's last word (57P01 terminated, 53300 too many connections, 28P01 wrong password),
/// or empty.
class ConnectionError : public Error {
 public:
  explicit ConnectionError(const std::string& message, std::string sqlstate = {}, std::string context = {});
};

/// The server did not answer several times, and is not asked for a while: the circuit breaker is open.
class CircuitOpen : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};

/// The connection broke while COMMIT was under way: the transaction may be committed or not. Never retry
/// blindly.
class CommitUnknown : public ConnectionError {
 public:
  using ConnectionError::ConnectionError;
};

/// The server refused a statement.
class QueryError : public Error {
 public:
  explicit QueryError(const std::string& message, std::string sqlstate = {}, std::string context = {});

  /// The server's DETAIL and HINT lines, apart from the message since DETAIL quotes values of rows. May be
  /// empty.
  const std::string& detail() const noexcept { return detail_; }
  const std::string& hint() const noexcept { return hint_; }

  /// Where in the statement the error is, as a count of characters from 1; 0 if the server did not say.
  int position() const noexcept { return position_; }

  /// For whoever raises it.
  void set_details(std::string detail, std::string hint, int position);

 protected:
  QueryError(ErrorCode code, const std::string& message, std::string sqlstate, std::string context);

 private:
  std::string detail_;
  std::string hint_;
  int position_ = 0;
};

/// A statement would break a constraint: SQLSTATE class 23.
class ConstraintError : public QueryError {
 public:
  ConstraintError(const std::string& message, std::string sqlstate, std::string context,
                  std::string constraint, std::string table, std::string column);

  /// The constraint's name as the schema has it, for example "users_email_key". Empty for NOT NULL (23502),
  /// which has no name.
  const std::string& constraint() const noexcept { return constraint_; }
  const std::string& table() const noexcept { return table_; }

  /// The column, which the server names for NOT NULL only.
  const std::string& column() const noexcept { return column_; }

 private:
  std::string constraint_;
  std::string table_;
  std::string column_;
};

/// The statement was cancelled: statement_timeout passed, or somebody asked for it (SQLSTATE 57014); or the
/// deadline of an operation passed.
class TimeoutError : public QueryError {
 public:
  explicit TimeoutError(const std::string& message, std::string sqlstate = "57014", std::string context = {});
};

/// A value from the server does not fit the C++ type asked for: NULL into a type that is not optional, a
/// wrong size, an unknown enum name.
class DecodeError : public Error {
 public:
  explicit DecodeError(const std::string& message, std::string context = {});
};

/// The calling code broke a rule of this library, for example used a transaction after its end. The message
/// says what to do instead.
class UsageError : public Error {
 public:
  explicit UsageError(const std::string& message, std::string sqlstate = {}, std::string context = {});
};

/// No connection of a pool came free in time, or too many callers wait for one already. The message says who
/// holds them.
class PoolExhausted : public Error {
 public:
  explicit PoolExhausted(const std::string& message, std::string context = {});
};

/// A migration failed, or may not be run as the files and the database are. The message says what is wrong
/// and what to do; the context is the migration and its step, SQLSTATE the server's when it refused the step.
class MigrationError : public Error {
 public:
  explicit MigrationError(const std::string& message, std::string sqlstate = {}, std::string context = {});
};

}  // namespace schemac
