// A network that misbehaves when told to: one thread accepts, and one a connection hands bytes on.
#include "support/fault_proxy.hpp"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <string_view>

namespace schemac::testing {
namespace {

/// How soon a connection takes notice of what it was told.
constexpr int kRoundMs = 5;

int connect_to(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::memcpy(address.sun_path, path.c_str(), std::min(path.size() + 1, sizeof address.sun_path));
  const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return server;
  ::close(server);
  return -1;
}

/// The other side sees a reset, not an orderly end.
void reset(int socket) {
  const linger at_once{1, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(socket);
}

bool send_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(to, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
  return true;
}

}  // namespace

FaultProxy::FaultProxy(const compiler::scratch::ScratchServer& server)
    : upstream_{server.folder() + "/.s.PGSQL.5432"} {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  auto* any = reinterpret_cast<sockaddr*>(&address);
  if (::bind(listener_, any, size) != 0 || ::listen(listener_, 128) != 0 ||
      ::getsockname(listener_, any, &size) != 0)
    throw std::runtime_error("cannot listen on the loopback");
  port_ = ntohs(address.sin_port);
  accepting_ = std::thread{[this] { accept_all(); }};
}

FaultProxy::~FaultProxy() {
  stopped_ = true;
  accepting_.join();
  serving_.clear();
  ::close(listener_);
}

std::string FaultProxy::connection_string(const std::string& database) const {
  return "host=127.0.0.1 port=" + std::to_string(port_) + " user=postgres sslmode=disable dbname=" + database;
}

void FaultProxy::cut() {
  ++cuts_;
}

void FaultProxy::accept_all() {
  while (!stopped_) {
    pollfd waiting{listener_, POLLIN, 0};
    if (::poll(&waiting, 1, kRoundMs) <= 0) continue;
    const int client = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    const int server = reject_ ? -1 : connect_to(upstream_);
    if (client < 0 || server < 0) {
      if (client >= 0) reset(client);
      if (server >= 0) ::close(server);
      continue;
    }
    ++connections_;
    std::erase_if(serving_, [](const auto& one) {
      return one.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
    });
    serving_.push_back(std::async(std::launch::async, [this, client, server] { serve(client, server); }));
  }
}

void FaultProxy::serve(int client, int server) {
  const int cuts = cuts_;
  bool going = true;
  while (going && !stopped_ && cuts_ == cuts) {
    std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
    if (::poll(ends.data(), ends.size(), kRoundMs) <= 0) continue;
    if (swallow_) {
      std::this_thread::sleep_for(std::chrono::milliseconds{kRoundMs});
      continue;
    }
    if (ends[0].revents != 0) going = hand_on(client, server, true);
    if (going && ends[1].revents != 0) going = hand_on(server, client, false);
  }
  reset(client);
  ::close(server);
}

bool FaultProxy::hand_on(int from, int to, bool from_client) {
  std::array<char, 16384> bytes{};
  const int most = split_ > 0 ? split_.load() : static_cast<int>(bytes.size());
  const ssize_t got = ::recv(from, bytes.data(), static_cast<std::size_t>(most), 0);
  if (got <= 0) return false;
  const auto size = static_cast<std::size_t>(got);
  if (delay_ms_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds{delay_ms_});
  if (from_client && cut_at_commit(bytes.data(), size, to)) return false;
  return send_all(to, bytes.data(), size);
}

bool FaultProxy::cut_at_commit(const char* bytes, std::size_t size, int server) {
  if (std::string_view{bytes, size}.find("COMMIT") == std::string_view::npos) return false;
  const Upon what = upon_commit_.exchange(Upon::nothing);
  if (what == Upon::cut_after) {
    std::array<char, 1024> answer{};
    send_all(server, bytes, size);
    (void)::recv(server, answer.data(), answer.size(), 0);
  }
  return what != Upon::nothing;
}

}  // namespace schemac::testing
