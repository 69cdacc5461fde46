// What the tests of connections and transactions share: two small tables, a connection, and a way to look at
// what is thrown.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "schemac/codec/codecs.hpp"
#include "schemac/connection.hpp"
#include "support/postgres.hpp"

namespace schemac::testing {

/// A database with two tables that break constraints on demand, and a connection to it.
class PeopleTest : public ::testing::Test {
 protected:
  PeopleTest() {
    connection.execute_script(R"(
      CREATE TABLE people (id integer PRIMARY KEY, name text NOT NULL, age integer,
                           CONSTRAINT people_age_check CHECK (age >= 0));
      CREATE TABLE pets (id integer PRIMARY KEY, owner integer NOT NULL CONSTRAINT pets_owner_fkey REFERENCES people
                         DEFERRABLE INITIALLY DEFERRED);)");
  }

  void insert(Executor& on, int id, const std::string& name) {
    on.execute("INSERT INTO people (id, name) VALUES ($1, $2)", Parameters{}.add(id).add(name));
  }

  std::int64_t people() { return count("SELECT count(*) FROM people"); }

  std::int64_t count(std::string_view sql) {
    Result result = connection.execute(sql);
    return RowReader{result, 0}.next<std::int64_t>();
  }

  /// The statements that the server knows on this connection.
  std::int64_t prepared_on_server(Executor& on) {
    Result result = on.execute("SELECT count(*) FROM pg_prepared_statements");
    return RowReader{result, 0}.next<std::int64_t>();
  }

  TestDatabase database;
  Connection connection{database.url()};
};

/// The exception of type E that a call throws; fails the test if it throws none.
template <class E, class Call>
E caught(Call&& call) {
  try {
    call();
  } catch (const E& error) {
    return error;
  }
  throw std::logic_error{"the call did not throw what the test expects"};
}

inline bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace schemac::testing
