// Opens libpq connections so that a refusal carries its SQLSTATE, which libpq's own one-call connect does not
// give.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct pg_conn;            // libpq's PGconn
struct _PQconninfoOption;  // NOLINT(bugprone-reserved-identifier): libpq's PQconninfoOption

namespace schemac {

/// A connection that is ready for use, in UTF-8, which the caller owns. Keeps to connect_timeout in the
/// string or in PGCONNECT_TIMEOUT. Throws ConnectionError, without passwords; UsageError for a malformed
/// connection string.
pg_conn* open_connection(const std::string& connection_string);

struct FreeOptions {
  void operator()(_PQconninfoOption* options) const;
};
using ConninfoOptions = std::unique_ptr<_PQconninfoOption, FreeOptions>;

/// What libpq reads from a connection string. Throws UsageError, without quoting it, for a malformed one.
ConninfoOptions parse_connection_string(const std::string& connection_string);

/// The value of one parameter; empty if it is not given.
std::string_view value(const ConninfoOptions& options, std::string_view key);

}  // namespace schemac
