// Turns libpqxx's exceptions into ours, for the two driver units.
#pragma once

#include <libpq-fe.h>

#include <string_view>

namespace schemac {

/// Verbose messages for one scope: libpqxx hides the server's result, so that a constraint's name has to come
/// from the message.
class VerboseMessages {
 public:
  explicit VerboseMessages(pg_conn* connection) : connection_{connection} {
    PQsetErrorVerbosity(connection_, PQERRORS_VERBOSE);
  }
  ~VerboseMessages() { PQsetErrorVerbosity(connection_, PQERRORS_DEFAULT); }
  VerboseMessages(const VerboseMessages&) = delete;
  VerboseMessages& operator=(const VerboseMessages&) = delete;

 private:
  pg_conn* connection_;
};

/// Throws our exception for the one that is being handled; one that is not libpqxx's goes on as it is.
/// REQUIRES: inside a catch.
[[noreturn]] void throw_as_ours(std::string_view doing);

/// Calls `step` and throws our exception for what libpqxx throws.
template <class Step>
void with_our_errors(std::string_view doing, Step&& step) {
  try {
    step();
  } catch (...) {
    throw_as_ours(doing);
  }
}

}  // namespace schemac
