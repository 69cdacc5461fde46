// Names are counted, since several threads make databases on one server.
#include "verify/database.hpp"

#include <atomic>

#include "schemac/connection.hpp"

namespace schemac::compiler::verify {

Database::Database(scratch::ScratchServer& server, std::string_view copy_of) : server_{server} {
  static std::atomic<int> made{0};
  name_ = "verify_" + std::to_string(++made);
  server_.create_database(name_, copy_of);
}

Database::~Database() {
  try {
    server_.drop_database(name_);
  } catch (const scratch::ScratchError&) {  // it goes with the server
  }
}

Contents Database::contents() const {
  Connection connection{url(), {.prepared_statements = 0}};
  return read_contents(connection);
}

}  // namespace schemac::compiler::verify
