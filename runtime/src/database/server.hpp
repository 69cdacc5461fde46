// A server of the cluster: its pool, and what was last seen of it.
#pragma once

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string>

#include "schemac/pool.hpp"

namespace schemac {

struct Server {
  Server(const std::string& url, const PoolOptions& options) : name{options.name}, pool{url, options} {}

  /// The error is remembered for health(), and nobody is sent here until a look has gone well.
  void fails(const std::string& why);
  void works(std::uint64_t lag_bytes);
  std::string failure() const;

  const std::string name;
  Pool pool;
  std::atomic<bool> reachable{true};
  std::atomic<std::uint64_t> lag{0};  // bytes behind the primary

 private:
  mutable std::mutex mutex_;
  std::string failure_;
};

}  // namespace schemac
