// From what the server says to the exception for it.
#include "failure.hpp"

#include <gtest/gtest.h>

#include <string>

#include "schemac/error.hpp"

namespace schemac {
namespace {

ServerError with(const std::string& sqlstate) {
  ServerError error;
  error.sqlstate = sqlstate;
  error.message = "it failed";
  return error;
}

TEST(Failure, sqlstate_decides_the_class) {
  EXPECT_THROW(raise(with("23505"), "x"), ConstraintError);
  EXPECT_THROW(raise(with("57014"), "x"), TimeoutError);
  EXPECT_THROW(raise(with("57P01"), "x"), ConnectionError);
  EXPECT_THROW(raise(with("08006"), "x"), ConnectionError);
  EXPECT_THROW(raise(with("25P03"), "x"), ConnectionError);
  EXPECT_THROW(raise(with("42601"), "x"), QueryError);
  ServerError lost;
  lost.connection_lost = true;
  EXPECT_THROW(raise(lost, "x"), ConnectionError);
}

TEST(Failure, shortens_the_statement_between_characters) {
  std::string sql(999, 'x');
  sql += "üüü";
  try {
    raise(with("42601"), sql);
  } catch (const QueryError& error) {
    EXPECT_EQ(error.context(), std::string(999, 'x') + "…");
  }
}

TEST(Failure, reads_a_verbose_message) {
  ServerError error = parse_verbose_error(
      "FEHLER:  23503: insert on \"pets\" violates: a thing\n"
      "DETAIL:  Key (owner)=(99) is not present.\nSCHEMA NAME:  public\nTABLE NAME:  pets\n"
      "CONSTRAINT NAME:  pets_owner_fkey\nLOCATION:  ri_ReportViolation, ri_triggers.c:2608\n");
  EXPECT_EQ(error.sqlstate, "23503");
  EXPECT_EQ(error.message, "insert on \"pets\" violates: a thing");
  EXPECT_EQ(error.detail, "Key (owner)=(99) is not present.");
  EXPECT_EQ(error.table, "pets");
  EXPECT_EQ(error.constraint, "pets_owner_fkey");
}

TEST(Failure, keeps_a_message_that_is_not_the_servers) {
  ServerError error = parse_verbose_error("could not connect to server: No such file\n");
  EXPECT_EQ(error.sqlstate, "");
  EXPECT_EQ(error.message, "could not connect to server: No such file");
}

}  // namespace
}  // namespace schemac
