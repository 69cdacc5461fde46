// Lets the runtime's own parts reach what a connection keeps to itself.
#pragma once

#include "schemac/connection.hpp"
#include "session.hpp"

namespace schemac {

struct ConnectionAccess {
  static Session& session(Connection& connection) { return *connection.session_; }
};

}  // namespace schemac
