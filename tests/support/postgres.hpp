// PostgreSQL for tests: one server a test program, started by the first test that wants it, and a fresh
// database for each test.
#pragma once

#include <string>

#include "scratch/server.hpp"

namespace schemac::testing {

/// The test program's own server, started at the first call and stopped when the program ends. Throws
/// ScratchError when it cannot start.
compiler::scratch::ScratchServer& server();

/// An empty database for one test, dropped at its end: `TestDatabase db; schemac::Connection
/// connection{db.url()};`.
class TestDatabase {
 public:
  TestDatabase();
  ~TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;

  const std::string& name() const { return name_; }

  /// The connection string (libpq's keyword form, which every program here takes where a URL goes).
  std::string url() const { return server().connection_string(name_); }

  /// Executes a file of SQL; throws ScratchError with psql's message at its first error.
  std::string run_sql_file(const std::string& path) { return server().run_sql_file(name_, path); }

  /// Executes SQL; returns its rows as `a|b` lines. Throws ScratchError.
  std::string run_sql(const std::string& sql) { return server().run_sql(name_, sql); }

  std::string dump() { return server().pg_dump_schema(name_); }

 private:
  std::string name_;
};

}  // namespace schemac::testing
