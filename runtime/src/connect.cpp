// Opens libpq connections. The non-blocking way is used for the sake of one thing: the verbosity can be set
// before the server answers, and the verbose form of a refusal holds its SQLSTATE. With several hosts libpq's
// blocking way is taken, whose per-host timeouts move on to the next host; a refusal then has no SQLSTATE.
#include "connect.hpp"

#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "failure.hpp"
#include "schemac/error.hpp"
#include "schemac/redact.hpp"

namespace schemac {
namespace {

using Clock = std::chrono::steady_clock;

struct Closer {
  void operator()(pg_conn* connection) const { PQfinish(connection); }
};
using Handle = std::unique_ptr<pg_conn, Closer>;

/// libpq quotes what it does not understand, and that may be a part of a password.
std::string without_quoted_parts(std::string_view text) {
  std::string result;
  bool quoted = false;
  for (char c : text) {
    if (c == '"') result += quoted ? "…\"" : "\"";
    if (c == '"')
      quoted = !quoted;
    else if (!quoted)
      result += c;
  }
  return result;
}

/// An unescaped @, / or ? in a URL's password makes libpq take a part of it for the host, the port or the
/// database, and say so.
bool password_may_be_taken_for_another_part(std::string_view text) {
  std::size_t start = text.find("://");
  if (start == std::string_view::npos) return false;
  std::string_view rest = text.substr(start + 3);
  std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
  bool at_elsewhere = rest.find('@', authority.size()) != std::string_view::npos;
  return at_elsewhere || std::count(authority.begin(), authority.end(), '@') > 1;
}

std::string_view value_or_environment(const ConninfoOptions& options, std::string_view key,
                                      const char* variable) {
  std::string_view given = value(options, key);
  const char* environment = given.empty() ? std::getenv(variable) : nullptr;
  return environment == nullptr ? given : std::string_view{environment};
}

bool several_hosts(const ConninfoOptions& options) {
  return value_or_environment(options, "host", "PGHOST").find(',') != std::string_view::npos ||
         value_or_environment(options, "hostaddr", "PGHOSTADDR").find(',') != std::string_view::npos;
}

[[noreturn]] void fail(const pg_conn* connection, std::string_view connection_string,
                       std::string reason = {}) {
  ServerError error = reason.empty() ? parse_verbose_error(PQerrorMessage(connection)) : ServerError{};
  if (!reason.empty()) error.message = std::move(reason);
  if (password_may_be_taken_for_another_part(connection_string))
    error.message = without_quoted_parts(error.message) +
                    " (is there an @, / or ? in the password that should be percent-encoded?)";
  error.message = "cannot connect: " + error.message;
  error.connection_lost = true;
  raise(std::move(error), "connect");
}

/// As libpq reads connect_timeout: seconds, none if 0 or less, never under 2.
Clock::time_point deadline_of(const ConninfoOptions& options) {
  std::string text{value_or_environment(options, "connect_timeout", "PGCONNECT_TIMEOUT")};
  int seconds = std::atoi(text.c_str());
  return seconds <= 0 ? Clock::time_point::max() : Clock::now() + std::chrono::seconds{std::max(seconds, 2)};
}

/// Waits until the socket can be read or written. False at the deadline.
bool wait_for(int socket, short events, Clock::time_point deadline) {
  for (;;) {
    int left = -1;
    if (deadline != Clock::time_point::max())
      left = static_cast<int>(std::max<std::int64_t>(
          0, std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count() + 1));
    pollfd waiting{socket, events, 0};
    int ready = ::poll(&waiting, 1, left);
    if (ready > 0) return true;
    if (ready == 0) return false;
    if (errno != EINTR) return true;  // PQconnectPoll will see what is wrong
  }
}

Handle connect_to_one(const std::string& connection_string, Clock::time_point deadline) {
  Handle connection{PQconnectStart(connection_string.c_str())};
  if (connection == nullptr) throw std::bad_alloc{};
  PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
  PostgresPollingStatusType next = PGRES_POLLING_WRITING;
  while (PQstatus(connection.get()) != CONNECTION_BAD && next != PGRES_POLLING_OK &&
         next != PGRES_POLLING_FAILED) {
    if (!wait_for(PQsocket(connection.get()), next == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline))
      fail(connection.get(), connection_string, "no answer within connect_timeout");
    next = PQconnectPoll(connection.get());
  }
  return connection;
}

}  // namespace

void FreeOptions::operator()(PQconninfoOption* options) const {
  PQconninfoFree(options);
}

ConninfoOptions parse_connection_string(const std::string& connection_string) {
  char* message = nullptr;
  ConninfoOptions options{PQconninfoParse(connection_string.c_str(), &message)};
  std::string reason = message == nullptr ? "out of memory" : without_quoted_parts(message);
  PQfreemem(message);
  reason.resize(reason.find_last_not_of('\n') + 1);
  if (options == nullptr) throw UsageError{"the connection string is malformed: " + reason, {}, "connect"};
  return options;
}

std::string_view value(const ConninfoOptions& options, std::string_view key) {
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option)
    if (key == option->keyword && option->val != nullptr) return option->val;
  return {};
}

pg_conn* open_connection(const std::string& connection_string) {
  if (connection_string.find('\0') != std::string::npos)
    throw UsageError{"the connection string holds a zero byte", {}, "connect"};
  ConninfoOptions options = parse_connection_string(connection_string);
  Handle connection = several_hosts(options) ? Handle{PQconnectdb(connection_string.c_str())}
                                             : connect_to_one(connection_string, deadline_of(options));
  if (connection == nullptr) throw std::bad_alloc{};
  if (PQstatus(connection.get()) != CONNECTION_OK) fail(connection.get(), connection_string);
  PQsetErrorVerbosity(connection.get(), PQERRORS_DEFAULT);
  // Notices are for people at a terminal; a library does not write to its caller's standard error.
  PQsetNoticeReceiver(
      connection.get(), [](void*, const pg_result*) {}, nullptr);
  const char* encoding = PQparameterStatus(connection.get(), "client_encoding");
  bool utf8 = encoding != nullptr && std::strcmp(encoding, "UTF8") == 0;
  if (!utf8 && PQsetClientEncoding(connection.get(), "UTF8") != 0) fail(connection.get(), connection_string);
  return connection.release();
}

}  // namespace schemac
