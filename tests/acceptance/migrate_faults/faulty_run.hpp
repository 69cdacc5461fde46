// Runs a program whose connection to the scratch server goes through us, and breaks something at a chosen
// message: so that a fault can be put before and after every single thing that the program asks the server.
#pragma once

#include <string>
#include <vector>

namespace schemac::testing {

enum class Fault {
  none,
  client_before,  ///< kill -9 the program before its message reaches the server
  client_after,   ///< kill -9 it as soon as the message is on its way
  server_after,   ///< kill -9 a process of the server shortly after, which makes all of it crash and recover
  client_inside,  ///< kill -9 the program inside of a step: steps are counted then, not messages
  server_inside   ///< and a process of the server
};

struct FaultyRun {
  int messages = 0;     ///< that the program sent: queries, and ends of extended ones; or steps
  bool struck = false;  ///< the fault happened
  int status = 0;       ///< exit status of the program; 128 + the signal's number if a signal ended it
};

/// The fault strikes at message `at`, from 1.
/// REQUIRES: the program makes one connection, through the socket in `folder`.
FaultyRun run_with_fault(const std::vector<std::string>& arguments, const std::string& folder, Fault fault,
                         int at);

/// The connection string of a database of the scratch server, but through the socket in `folder`.
std::string url_through(const std::string& folder, const std::string& database);

/// Returns when the scratch server takes connections again.
void wait_for_server();

}  // namespace schemac::testing
