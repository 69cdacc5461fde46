// The primary and its replicas, and who of them may serve a read. A thread looks at the servers at intervals.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "database/server.hpp"
#include "schemac/config.hpp"

namespace schemac {

/// How a server is to be reached: with TLS outside development, and of several hosts the one that takes
/// writes.
std::string server_url(const std::string& url, const Config& config);

class Cluster {
 public:
  Cluster(const Config& config, const std::shared_ptr<Tracer>& tracer);
  ~Cluster();
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  Server& primary() { return *primary_; }
  const Server& primary() const { return *primary_; }
  const std::vector<std::unique_ptr<Server>>& replicas() const { return replicas_; }

  /// The replicas that are reachable and not too far behind, the least busy first.
  std::vector<Server*> candidates();

  /// Ends the thread and closes all pools.
  bool close(int drain_ms);

 private:
  void look_at_intervals();
  void look();
  void look_at_replica(Server& replica, std::uint64_t primary);

  const std::uint64_t most_lag_;
  const int interval_ms_;
  std::unique_ptr<Server> primary_;
  std::vector<std::unique_ptr<Server>> replicas_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace schemac
