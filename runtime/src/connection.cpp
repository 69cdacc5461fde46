// A connection: a handle of its session that refuses what would surprise.
#include "schemac/connection.hpp"

#include <libpq-fe.h>

#include "schemac/error.hpp"
#include "session.hpp"

namespace schemac {
namespace {

void require_no_transaction(const Session& session, std::string_view doing) {
  if (session.transaction() != 0)
    throw UsageError{
        "a transaction is open on this connection: execute on the Transaction", {}, std::string{doing}};
}

}  // namespace

Connection::Connection(const std::string& connection_string, const ConnectionOptions& options)
    : session_{std::make_unique<Session>(connection_string, options.prepared_statements)} {}

Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;

Result Connection::execute(std::string_view sql, const Parameters& parameters) {
  require_no_transaction(*session_, sql);
  return session_->execute(sql, parameters);
}

void Connection::execute_script(const std::string& sql) {
  require_no_transaction(*session_, "execute_script");
  session_->execute_script(sql);
}

bool Connection::usable() const noexcept {
  return PQstatus(session_->handle()) == CONNECTION_OK;
}

int Connection::server_version() const noexcept {
  return PQserverVersion(session_->handle());
}

int Connection::backend_pid() const noexcept {
  return PQbackendPID(session_->handle());
}

std::size_t Connection::prepared_statements() const noexcept {
  return session_->prepared_statements();
}

}  // namespace schemac
