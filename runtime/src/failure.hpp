// Turns what the server said about a failure into the exception for it. The one place that knows which
// SQLSTATE means which class.
#pragma once

#include <string>
#include <string_view>

struct pg_conn;    // libpq's PGconn
struct pg_result;  // libpq's PGresult

namespace schemac {

/// The fields of an error message of the server; empty where it did not say.
struct ServerError {
  std::string sqlstate;
  std::string message;  // the primary message, one line
  std::string detail;
  std::string hint;
  std::string table;
  std::string column;
  std::string constraint;
  int position = 0;
  bool connection_lost = false;
};

/// Reads them from a failed result; `failed` may be null (nothing could be sent), then the connection's own
/// message is taken.
ServerError server_error(const pg_result* failed, const pg_conn* connection);

/// Reads them from libpq's text at verbosity PQERRORS_VERBOSE, for where a library hides the result.
ServerError parse_verbose_error(std::string_view text);

/// Throws ConnectionError, ConstraintError, TimeoutError or QueryError, passwords taken out. `doing`: the
/// statement or the step.
[[noreturn]] void raise(ServerError error, std::string_view doing);

}  // namespace schemac
