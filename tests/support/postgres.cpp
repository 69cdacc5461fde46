// PostgreSQL for tests: the program's server and the databases on it.
#include "support/postgres.hpp"

#include <atomic>
#include <exception>
#include <iostream>

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
