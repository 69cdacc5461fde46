// A connection of a pool. That it is alive is seen from its socket: a backend that ended has closed it, or
// has written why before it did. Only when that does not tell is the server asked.
#include "pool/slot.hpp"

#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <random>

#include "connection_access.hpp"
#include "connection_string.hpp"
#include "schemac/error.hpp"
#include "schemac/tracer.hpp"

namespace schemac {
namespace {

using namespace std::chrono_literals;

/// A connection that answered so shortly ago is not looked at: the look costs more than all else.
constexpr auto kFresh = 1ms;

/// One that was idle for so long is asked, since a network may have forgotten it.
constexpr auto kStale = 1s;

/// How long the answer may take; a live server needs some microseconds.
constexpr auto kAnswerDeadline = 1s;

pg_conn* handle(Slot& slot) {
  return ConnectionAccess::session(slot.connection).handle();
}

enum class Pulse { quiet, bytes_wait, gone };

Pulse peek(int socket) {
  char byte = 0;
  ssize_t got = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  if (got > 0) {  // a notice; or why the server has hung up
    pollfd hung_up{socket, POLLRDHUP, 0};
    return ::poll(&hung_up, 1, 0) > 0 ? Pulse::gone : Pulse::bytes_wait;
  }
  return got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? Pulse::quiet : Pulse::gone;
}

/// Less up to a tenth, so that connections that were opened together do not end together.
Clock::time_point end_of_life(const PoolOptions& options) {
  thread_local std::minstd_rand random{std::random_device{}()};
  std::uniform_int_distribution<int> less{0, options.lifetime_ms / 10};
  return Clock::now() + std::chrono::milliseconds{options.lifetime_ms - less(random)};
}

bool is_standby(pg_conn* connection) {
  const char* standby = PQparameterStatus(connection, "in_hot_standby");
  return standby != nullptr && std::strcmp(standby, "on") == 0;
}

}  // namespace

void LastStatement::note(std::string_view sql) noexcept {
  std::lock_guard lock{mutex_};
  size_ = std::min(sql.size(), bytes_.size());
  std::memcpy(bytes_.data(), sql.data(), size_);
}

std::string LastStatement::text() const {
  std::lock_guard lock{mutex_};
  return {bytes_.data(), size_};
}

Slot::Slot(const std::string& connection_string, const PoolOptions& options, Watchdog& watchdog)
    : options{options},
      watchdog{watchdog},
      connection{connection_string, options.connection},
      watch{handle(*this)},
      expires{end_of_life(options)} {
  if (options.writable && is_standby(handle(*this)))
    throw ConnectionError{"the server is a standby, which takes no writes", "25006", "connect"};
  watchdog.add(watch);
  ConnectionAccess::session(connection).observe(*this);
}

Slot::~Slot() {
  watchdog.remove(watch);
  if (!reusable()) watch.cut();  // a farewell could wait for a server that does not read
}

void Slot::begins(std::string_view sql) noexcept {
  last_statement.note(sql);
  if (options.tracer != nullptr) begun_ = Clock::now();
}

void Slot::ended(std::string_view sql, const Parameters* parameters, const Error* error) noexcept {
  if (error != nullptr && error->sqlstate() == "25006" && options.writable)
    demoted = is_standby(handle(*this));
  if (options.tracer == nullptr) return;
  options.tracer->queried(
      {options.name, sql, parameters, seconds_between(begun_, Clock::now()), error, site});
}

bool Slot::alive(Clock::time_point now, Clock::time_point deadline) {
  auto idle = now - idle_since;
  if (idle < kFresh) return true;
  if (idle > kStale) return quiet() && answers(deadline);
  switch (peek(PQsocket(handle(*this)))) {
    case Pulse::quiet:
      return true;
    case Pulse::bytes_wait:
      return answers(deadline);
    case Pulse::gone:
      return false;
  }
  return false;
}

bool Slot::quiet() const {
  return peek(PQsocket(ConnectionAccess::session(const_cast<Connection&>(connection)).handle())) !=
         Pulse::gone;
}

bool Slot::answers(Clock::time_point deadline) {
  watchdog.arm(watch, std::min(deadline, Clock::now() + kAnswerDeadline));
  PGresult* answer = PQexec(handle(*this), "SELECT 1");
  watch.disarm();
  bool well = PQresultStatus(answer) == PGRES_TUPLES_OK && !watch.overdue();
  PQclear(answer);
  return well;
}

bool Slot::reusable() const {
  pg_conn* raw = ConnectionAccess::session(const_cast<Connection&>(connection)).handle();
  return PQstatus(raw) == CONNECTION_OK && PQtransactionStatus(raw) == PQTRANS_IDLE && !watch.overdue() &&
         !demoted && !unwanted;
}

}  // namespace schemac
