// Between a program and the scratch server: bytes are passed on both ways; those of the program are cut into
// PostgreSQL's messages (a type and a length; the first has no type) to count them.
#include "migrate_faults/faulty_run.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <thread>

#include "schemac/connection.hpp"
#include "schemac/error.hpp"
#include "scratch/process.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {
namespace {

using namespace std::chrono_literals;

/// After so long the server is inside of a statement, where that takes longer.
constexpr auto kInside = 30ms;
constexpr const char* kSocketName = "/.s.PGSQL.5432";

sockaddr_un address_in(const std::string& folder) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  (folder + kSocketName).copy(address.sun_path, sizeof address.sun_path - 1);
  return address;
}

class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_{descriptor} {
    if (descriptor_ < 0) throw std::runtime_error{"no socket"};
  }
  ~Socket() { ::close(descriptor_); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// The program's messages, one after the other, as their bytes come in.
class Messages {
 public:
  void add(const char* bytes, std::size_t size) { bytes_.append(bytes, size); }

  std::optional<std::string> next() {
    const std::size_t head = started_ ? 1 : 0;
    if (bytes_.size() < head + 4) return std::nullopt;
    std::uint32_t length = 0;
    for (std::size_t i = head; i < head + 4; ++i)
      length = length << 8U | static_cast<unsigned char>(bytes_[i]);
    if (bytes_.size() < head + length) return std::nullopt;
    std::string message = bytes_.substr(0, head + length);
    bytes_.erase(0, head + length);
    started_ = true;
    return message;
  }

  /// Whether the server answers it: a query, or the end of an extended one.
  static bool asks(const std::string& message) { return message[0] == 'Q' || message[0] == 'S'; }

  /// Whether it is a step of the sample migrations, which sleep or are about an index.
  static bool takes_long(const std::string& message) {
    return message.find("pg_sleep(") != std::string::npos ||
           message.find(" INDEX CONCURRENTLY ") != std::string::npos;
  }

 private:
  std::string bytes_;
  bool started_ = false;
};

void send_all(int socket, const char* bytes, std::size_t size) {
  while (size > 0) {
    const ssize_t sent = ::send(socket, bytes, size, MSG_NOSIGNAL);
    if (sent <= 0) return;  // the reading side sees the end
    bytes += sent;
    size -= static_cast<std::size_t>(sent);
  }
}

/// A child of the postmaster; that any of them dies makes the server start all over.
pid_t some_server_process() {
  const std::string pid = std::to_string(server().pid());
  std::ifstream children{"/proc/" + pid + "/task/" + pid + "/children"};
  pid_t child = 0;
  if (!(children >> child)) throw std::runtime_error{"the server has no processes"};
  return child;
}

class Between {
 public:
  Between(pid_t program, Fault fault, int at) : program_{program}, fault_{fault}, at_{at} {}

  FaultyRun pass_on(int client, int upstream) {
    std::array<pollfd, 2> waiting{pollfd{client, POLLIN, 0}, pollfd{upstream, POLLIN, 0}};
    for (bool open = true; open;) {
      if (::poll(waiting.data(), waiting.size(), -1) < 0) break;
      if (waiting[0].revents != 0) open = from_program(client, upstream);
      if (open && waiting[1].revents != 0) open = from_server(upstream, client);
    }
    return run_;
  }

 private:
  [[nodiscard]] bool counts(const std::string& message) const {
    const bool inside = fault_ == Fault::client_inside || fault_ == Fault::server_inside;
    return inside ? Messages::takes_long(message) : Messages::asks(message);
  }

  bool from_program(int client, int upstream) {
    const ssize_t size = ::recv(client, buffer_.data(), buffer_.size(), 0);
    if (size <= 0) return false;
    messages_.add(buffer_.data(), static_cast<std::size_t>(size));
    while (const std::optional<std::string> message = messages_.next()) {
      const bool strikes = counts(*message) && ++run_.messages == at_ && fault_ != Fault::none;
      if (strikes && fault_ == Fault::client_before) return strike(program_);
      send_all(upstream, message->data(), message->size());
      if (strikes && fault_ == Fault::client_after) return strike(program_);
      if (strikes) std::this_thread::sleep_for(kInside);
      if (strikes && fault_ == Fault::client_inside) return strike(program_);
      if (strikes) strike_server();
    }
    return true;
  }

  bool from_server(int upstream, int client) {
    const ssize_t size = ::recv(upstream, buffer_.data(), buffer_.size(), 0);
    if (size > 0) send_all(client, buffer_.data(), static_cast<std::size_t>(size));
    return size > 0;
  }

  bool strike(pid_t process) {
    ::kill(process, SIGKILL);
    run_.struck = true;
    return false;
  }

  void strike_server() {
    const pid_t victim = some_server_process();
    strike(victim);
    while (::kill(victim, 0) == 0) std::this_thread::sleep_for(1ms);  // until the postmaster knows
  }

  pid_t program_;
  Fault fault_;
  int at_;
  FaultyRun run_;
  Messages messages_;
  std::array<char, 65536> buffer_{};
};

}  // namespace

FaultyRun run_with_fault(const std::vector<std::string>& arguments, const std::string& folder, Fault fault,
                         int at) {
  const Socket listening{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
  const sockaddr_un ours = address_in(folder);
  ::unlink(ours.sun_path);
  if (::bind(listening.get(), reinterpret_cast<const sockaddr*>(&ours), sizeof ours) != 0 ||
      ::listen(listening.get(), 1) != 0)
    throw std::runtime_error{"cannot listen in " + folder};
  const pid_t program = compiler::scratch::start(arguments, "/", {});
  FaultyRun run;
  {
    const Socket client{::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC)};
    const Socket upstream{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    const sockaddr_un theirs = address_in(server().folder());
    if (::connect(upstream.get(), reinterpret_cast<const sockaddr*>(&theirs), sizeof theirs) != 0)
      throw std::runtime_error{"the scratch server takes no connections"};
    run = Between{program, fault, at}.pass_on(client.get(), upstream.get());
  }
  int status = 0;
  ::waitpid(program, &status, 0);
  run.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

std::string url_through(const std::string& folder, const std::string& database) {
  return "host=" + folder + " port=5432 user=postgres dbname=" + database;
}

void wait_for_server() {
  for (int tries = 0; tries < 600; ++tries) {
    try {
      Connection{server().connection_string("postgres")};
      return;
    } catch (const ConnectionError&) {
      std::this_thread::sleep_for(50ms);
    }
  }
  throw std::runtime_error{"the server has not recovered"};
}

}  // namespace schemac::testing
