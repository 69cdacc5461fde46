// A primary and a streaming standby for tests, and a database on the primary.
#pragma once

#include <string>

#include "scratch/server.hpp"

namespace schemac::testing {

/// Writes wait for the primary's own log, as they do in earnest.
inline const compiler::scratch::ScratchServer::Settings kDurable{{"synchronous_commit", "on"},
                                                                 {"wal_receiver_status_interval", "1"}};

struct TestCluster {
  compiler::scratch::ScratchServer primary{kDurable};
  compiler::scratch::ScratchServer standby{primary, kDurable};

  /// Both, for libpq to find the one that takes writes.
  std::string either_url() const {
    return "host=" + primary.folder() + "," + standby.folder() + " port=5432 user=postgres dbname=postgres";
  }
};

}  // namespace schemac::testing
