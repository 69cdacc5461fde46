// A PgBouncer in transaction mode for tests, before a scratch server; on a unix socket only.
#pragma once

#include <sys/types.h>

#include <string>

#include "scratch/server.hpp"

namespace schemac::testing {

class PgBouncer {
 public:
  /// `server_connections`: how many it keeps to the server. A client that gets none within a second is
  /// refused. Throws ScratchError.
  PgBouncer(const compiler::scratch::ScratchServer& server, int server_connections);
  ~PgBouncer();
  PgBouncer(const PgBouncer&) = delete;
  PgBouncer& operator=(const PgBouncer&) = delete;

  std::string connection_string() const;

  /// Ends it at once, as a crash does.
  void stop();
  void start();

 private:
  std::string folder_;  // within the server's, which removes it
  pid_t process_ = -1;
};

}  // namespace schemac::testing
