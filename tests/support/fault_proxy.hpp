// A network that misbehaves when told to: listens on a TCP port of the loopback and hands everything on to a
// server's socket, unless it is to delay, swallow, split or cut it.
#pragma once

#include <atomic>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "scratch/server.hpp"

namespace schemac::testing {

class FaultProxy {
 public:
  /// What happens when a client sends a certain text.
  enum class Upon { nothing, cut_before, cut_after };

  explicit FaultProxy(const compiler::scratch::ScratchServer& server);
  ~FaultProxy();
  FaultProxy(const FaultProxy&) = delete;
  FaultProxy& operator=(const FaultProxy&) = delete;

  /// As ScratchServer::connection_string, through here.
  std::string connection_string(const std::string& database) const;

  /// Swallows what comes from either side, as a broken network does; connecting then goes unanswered.
  void swallow(bool on) { swallow_ = on; }
  /// Closes new connections at once.
  void reject(bool on) { reject_ = on; }
  /// Holds back everything for so long.
  void delay_ms(int milliseconds) { delay_ms_ = milliseconds; }
  /// Hands on at most so many bytes at a time; 0: as they come.
  void split(int bytes) { split_ = bytes; }
  /// Resets all connections that are open now.
  void cut();
  /// Cuts the connection on which a client sends "COMMIT", once: before the server sees it, or after it has
  /// answered, without handing the answer on.
  void upon_commit(Upon what) { upon_commit_ = what; }

  /// Connections that were made through here.
  int connections() const { return connections_; }

 private:
  void accept_all();
  void serve(int client, int server);
  bool hand_on(int from, int to, bool from_client);
  bool cut_at_commit(const char* bytes, std::size_t size, int server);

  std::string upstream_;  // the server's socket
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopped_{false};
  std::atomic<bool> swallow_{false};
  std::atomic<bool> reject_{false};
  std::atomic<int> delay_ms_{0};
  std::atomic<int> split_{0};
  std::atomic<int> cuts_{0};  // every connection that began before the last one is cut
  std::atomic<int> connections_{0};
  std::atomic<Upon> upon_commit_{Upon::nothing};
  std::vector<std::future<void>> serving_;  // each waits for its thread at the latest when it goes
  std::thread accepting_;
};

}  // namespace schemac::testing
