// PostgreSQL for tests: the program's server and the databases on it.
#include "support/postgres.hpp"

#include <atomic>
#include <exception>
#include <iostream>

// libpqxx 6.4 loses the PGresult of a statement during which the connection broke (make_result throws while
// it holds it): some 2 KB a lost connection, which are not ours to free.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libpqxx-6.4";
}

namespace schemac::testing {

compiler::scratch::ScratchServer& server() {
  static compiler::scratch::ScratchServer instance;
  return instance;
}

TestDatabase::TestDatabase() {
  static std::atomic<int> made{0};
  name_ = "test_" + std::to_string(++made);
  server().create_database(name_);
}

TestDatabase::~TestDatabase() {
  try {
    server().drop_database(name_);
  } catch (const std::exception& error) {
    std::cerr << "a test's database was not dropped: " << error.what() << '\n';
  }
}

}  // namespace schemac::testing
