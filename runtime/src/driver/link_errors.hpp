// Turns libpqxx's exceptions into ours. Included by the driver units only; both majors of libpqxx have these
// classes.
#pragma once

#include <libpq-fe.h>

#include <pqxx/except>
#include <string>
#include <string_view>
#include <utility>

#include "failure.hpp"
#include "schemac/error.hpp"

namespace schemac {

/// Verbose messages for one scope.
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

/// Calls `step` and throws our exception for what libpqxx throws. libpqxx hides the server's result, so that
/// a constraint's name has to come from the message: see VerboseMessages.
template <class Step>
void with_our_errors(std::string_view doing, Step&& step) {
  try {
    step();
  } catch (const pqxx::in_doubt_error& error) {
    throw CommitUnknown{"the connection broke during COMMIT, the transaction may be committed or not: " +
                            parse_verbose_error(error.what()).message,
                        "08007", std::string{doing}};
  } catch (const pqxx::broken_connection& error) {
    ServerError said = parse_verbose_error(error.what());
    said.connection_lost = true;
    raise(std::move(said), doing);
  } catch (const pqxx::sql_error& error) {
    ServerError said = parse_verbose_error(error.what());
    if (said.sqlstate.empty()) said.sqlstate = error.sqlstate();
    raise(std::move(said), doing);
  } catch (
      const pqxx::failure& error) {  // serialization failures and deadlocks are no sql_error in libpqxx 6
    raise(parse_verbose_error(error.what()), doing);
  }
}

}  // namespace schemac
