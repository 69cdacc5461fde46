// Turns libpqxx's exceptions into ours; both majors of libpqxx have the classes that are caught here.
#include "driver/link_errors.hpp"

#include <pqxx/except>
#include <string>
#include <utility>

#include "failure.hpp"
#include "schemac/error.hpp"

namespace schemac {

void throw_as_ours(std::string_view doing) {
  try {
    throw;
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
  } catch (const pqxx::failure& error) {
    // Serialization failures and deadlocks are no sql_error in libpqxx 6.
    raise(parse_verbose_error(error.what()), doing);
  }
}

}  // namespace schemac
