// Connections on a real server: statements, what is prepared, errors with their SQLSTATE and constraint,
// broken and refused connections.
#include "schemac/connection.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>

#include "schemac/error.hpp"
#include "support/people.hpp"
#include "support/postgres.hpp"

namespace schemac {
namespace {

using testing::caught;
using testing::contains;

class ConnectionTest : public testing::PeopleTest {};

TEST_F(ConnectionTest, binds_parameters_and_returns_rows) {
  insert(connection, 1, "Ada");
  insert(connection, 2, "Grace 🦉");
  Result result =
      connection.execute("SELECT id, name, age FROM people WHERE id >= $1 ORDER BY id", Parameters{}.add(1));
  ASSERT_EQ(result.rows(), 2);
  EXPECT_EQ(result.columns(), 3);
  EXPECT_EQ(result.column_name(1), "name");
  EXPECT_EQ(result.affected(), 2);
  RowReader row{result, 1};
  EXPECT_EQ(row.next<std::int32_t>(), 2);
  EXPECT_EQ(row.next<std::string>(), "Grace 🦉");
  EXPECT_EQ(row.next<std::optional<std::int32_t>>(), std::nullopt);
}

TEST_F(ConnectionTest, binds_null_empty_and_many_parameters) {
  Parameters parameters;
  parameters.add(std::string{}).add(std::optional<int>{}).add_null();
  Result result = connection.execute("SELECT $1, $2 IS NULL, $3::text IS NULL", parameters);
  RowReader row{result, 0};
  EXPECT_EQ(row.next<std::string>(), "");
  EXPECT_TRUE(row.next<bool>());
  EXPECT_TRUE(row.next<bool>());

  Parameters many;
  std::string sql = "SELECT 0";
  for (int i = 1; i <= 100; ++i) {
    many.add(i);
    sql += " + $" + std::to_string(i);
  }
  Result sum = connection.execute(sql, many);
  EXPECT_EQ((RowReader{sum, 0}.next<std::int32_t>()), 5050);
}

TEST_F(ConnectionTest, names_the_column_that_is_null) {
  Result result = connection.execute("SELECT NULL::integer AS age");
  auto error = caught<DecodeError>([&] { RowReader{result, 0}.next<int>(); });
  EXPECT_TRUE(contains(error.what(), "\"age\"")) << error.what();
  EXPECT_EQ(error.code(), ErrorCode::decode);
  RowReader row{result, 0};
  row.skip();
  EXPECT_THROW(row.next<int>(), DecodeError);
}

TEST_F(ConnectionTest, the_same_text_with_other_types_is_another_statement) {
  for (int round = 0; round < 2; ++round) {
    Result number = connection.execute("SELECT $1", Parameters{}.add(7));
    EXPECT_EQ((RowReader{number, 0}.next<int>()), 7);
    Result text = connection.execute("SELECT $1", Parameters{}.add("seven"));
    EXPECT_EQ((RowReader{text, 0}.next<std::string>()), "seven");
  }
}

TEST_F(ConnectionTest, reports_sqlstate_position_and_statement) {
  auto error = caught<QueryError>([&] { connection.execute("SELECT nothing FROM people"); });
  EXPECT_EQ(error.sqlstate(), "42703");
  EXPECT_EQ(error.code(), ErrorCode::query);
  EXPECT_EQ(error.position(), 8);
  EXPECT_EQ(error.context(), "SELECT nothing FROM people");
  EXPECT_TRUE(contains(error.what(), "42703")) << error.what();
}

TEST_F(ConnectionTest, names_the_constraint) {
  insert(connection, 1, "Ada");
  auto unique = caught<ConstraintError>([&] { insert(connection, 1, "Ada"); });
  EXPECT_EQ(unique.sqlstate(), "23505");
  EXPECT_EQ(unique.constraint(), "people_pkey");
  EXPECT_EQ(unique.table(), "people");
  EXPECT_TRUE(contains(unique.detail(), "(id)=(1)")) << unique.detail();
  EXPECT_FALSE(contains(unique.what(), "(1)")) << unique.what();

  auto check = caught<ConstraintError>([&] { connection.execute("UPDATE people SET age = -1"); });
  EXPECT_EQ(check.sqlstate(), "23514");
  EXPECT_EQ(check.constraint(), "people_age_check");

  auto null = caught<ConstraintError>([&] { connection.execute("UPDATE people SET name = NULL"); });
  EXPECT_EQ(null.sqlstate(), "23502");
  EXPECT_EQ(null.column(), "name");
}

TEST_F(ConnectionTest, a_cancelled_statement_is_a_timeout) {
  connection.execute("SET statement_timeout = '20ms'");
  auto error = caught<TimeoutError>([&] { connection.execute("SELECT pg_sleep(10)"); });
  EXPECT_EQ(error.sqlstate(), "57014");
  EXPECT_EQ(error.code(), ErrorCode::timeout);
}

TEST_F(ConnectionTest, survives_copy_to_and_from_the_client) {
  EXPECT_THROW(connection.execute("COPY people TO STDOUT"), UsageError);
  EXPECT_THROW(connection.execute_script("COPY people FROM STDIN"), UsageError);
  EXPECT_EQ(people(), 0);
}

TEST_F(ConnectionTest, runs_scripts_of_several_statements_as_one) {
  connection.execute_script(
      "INSERT INTO people VALUES (1, 'Ada'); INSERT INTO people VALUES (2, 'it''s; fine')");
  EXPECT_EQ(people(), 2);
  EXPECT_THROW(connection.execute_script("DELETE FROM people; SELECT nothing"), QueryError);
  EXPECT_EQ(people(), 2);
}

TEST_F(ConnectionTest, prepares_once_and_evicts_the_least_recently_used) {
  Connection small{database.url(), {.prepared_statements = 3}};
  for (int round = 0; round < 5; ++round) small.execute("SELECT 1");
  EXPECT_EQ(small.prepared_statements(), 1U);
  for (int i = 0; i < 10; ++i) {
    small.execute("SELECT 0, " + std::to_string(i));
    small.execute("SELECT 1");
  }
  EXPECT_EQ(small.prepared_statements(), 3U);
  EXPECT_EQ(prepared_on_server(small), 3);
  Result result = small.execute("SELECT statement FROM pg_prepared_statements WHERE statement = 'SELECT 1'");
  EXPECT_EQ(result.rows(), 1);
}

TEST_F(ConnectionTest, prepares_nothing_when_told_so) {
  Connection plain{database.url(), {.prepared_statements = 0}};
  Result result = plain.execute("SELECT $1 + 1", Parameters{}.add(1));
  EXPECT_EQ((RowReader{result, 0}.next<int>()), 2);
  EXPECT_EQ(prepared_on_server(plain), 0);
}

TEST_F(ConnectionTest, text_at_a_reused_address_is_another_statement) {
  std::string sql = "SELECT 1";
  for (int expected : {1, 2, 1, 2}) {
    sql.back() = static_cast<char>('0' + expected);
    Result result = connection.execute(sql);
    EXPECT_EQ((RowReader{result, 0}.next<int>()), expected);
  }
}

TEST_F(ConnectionTest, prepares_again_after_a_migration_changed_the_columns) {
  insert(connection, 1, "Ada");
  connection.execute("SELECT * FROM people");
  connection.execute_script("ALTER TABLE people ADD COLUMN extra text");
  EXPECT_EQ(connection.execute("SELECT * FROM people").columns(), 4);
  connection.execute_script("ALTER TABLE people DROP COLUMN extra");
  Transaction tx = connection.begin();  // a failed statement fails all that follows: the caller begins again
  auto error = caught<QueryError>([&] { tx.execute("SELECT * FROM people"); });
  EXPECT_EQ(error.sqlstate(), "0A000");
  tx.rollback();
  EXPECT_EQ(connection.execute("SELECT * FROM people").columns(), 3);
}

TEST_F(ConnectionTest, recovers_when_the_server_forgot_its_statements) {
  Connection small{database.url(), {.prepared_statements = 2}};
  small.execute("SELECT 1");
  small.execute("SELECT 2");
  small.execute_script("DISCARD ALL");
  small.execute("SELECT 2");
  small.execute("SELECT 1");
  small.execute_script("DISCARD ALL");
  for (int i = 3; i < 9; ++i) small.execute("SELECT " + std::to_string(i));
  EXPECT_EQ(prepared_on_server(small), 2);
}

TEST_F(ConnectionTest, a_terminated_backend_is_a_connection_error) {
  Connection other{database.url()};
  other.execute("SELECT pg_terminate_backend($1)", Parameters{}.add(connection.backend_pid()));
  auto error = caught<ConnectionError>([&] {
    for (int i = 0; i < 100; ++i) connection.execute("SELECT pg_sleep(0.01)");
  });
  EXPECT_EQ(error.code(), ErrorCode::connection);
  EXPECT_EQ(error.sqlstate(), "57P01") << error.what();
  EXPECT_FALSE(connection.usable());
  EXPECT_THROW(connection.execute("SELECT 1"), ConnectionError);
  EXPECT_THROW((void)connection.begin(), ConnectionError);
}

TEST_F(ConnectionTest, a_refused_connection_has_its_sqlstate) {
  auto database_error =
      caught<ConnectionError>([] { Connection{testing::server().connection_string("absent")}; });
  EXPECT_EQ(database_error.sqlstate(), "3D000") << database_error.what();
  EXPECT_TRUE(contains(database_error.what(), "\"absent\"")) << database_error.what();
  auto role_error = caught<ConnectionError>([&] { Connection{database.url() + " user=nobody_here"}; });
  EXPECT_EQ(role_error.sqlstate(), "28000") << role_error.what();
  EXPECT_THROW(Connection{"host=/nowhere user=x"}, ConnectionError);
}

TEST_F(ConnectionTest, never_shows_a_password) {
  for (std::string text :
       {"postgresql://u:hunter2@/db?host=/nowhere", "postgresql://u:hun@hunter2@localhost:1/db",
        "postgresql://u:x/hunter2@localhost:1/db", "host=/nowhere password=hunter2", "host=/nowhere hunter2",
        "password='hunter2", "postgresql://u:@localhost:1/db?hunter2=1"}) {
    auto error = caught<Error>([&] { Connection{text}; });
    EXPECT_FALSE(contains(error.what(), "hunter2")) << error.what();
    EXPECT_FALSE(contains(error.context(), "hunter2")) << error.context();
  }
  auto error = caught<QueryError>([&] { connection.execute("CREATE ROLE postgres PASSWORD 'hunter2'"); });
  EXPECT_FALSE(contains(error.context(), "hunter2")) << error.context();
}

TEST_F(ConnectionTest, speaks_utf8_whatever_the_string_asks_for) {
  Connection latin{database.url() + " client_encoding=LATIN1"};
  Result result = latin.execute("SELECT 'ü€'");
  EXPECT_EQ((RowReader{result, 0}.next<std::string>()), "ü€");
}

TEST_F(ConnectionTest, moves_with_its_prepared_statements) {
  connection.execute("SELECT 1");
  Connection moved = std::move(connection);
  moved.execute("SELECT 1");
  EXPECT_EQ(prepared_on_server(moved), 2);
  EXPECT_EQ(moved.prepared_statements(), 2U);
  connection = std::move(moved);
}

}  // namespace
}  // namespace schemac
