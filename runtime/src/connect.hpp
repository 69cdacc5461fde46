// Opens libpq connections so that a refusal carries its SQLSTATE, which libpq's own one-call connect does not
// give.
#pragma once

#include <string>

struct pg_conn;  // libpq's PGconn

namespace schemac {

/// A connection that is ready for use, in UTF-8, which the caller owns. Keeps to connect_timeout in the
/// string or in PGCONNECT_TIMEOUT. Throws ConnectionError, without passwords; UsageError for a malformed
/// connection string.
pg_conn* open_connection(const std::string& connection_string);

}  // namespace schemac
