// Acting for somebody: rows are those that the policies give to him, for as long as the transaction lasts.
#include <gtest/gtest.h>

#include <thread>

#include "schemac/database.hpp"
#include "schemac/error.hpp"
#include "support/fault_proxy.hpp"
#include "support/people.hpp"

namespace schemac {
namespace {

using testing::caught;
using testing::contains;
using testing::FaultProxy;

/// Notes of Ada and Grace, of which each sees his own.
class IdentityTest : public testing::PeopleTest {
 protected:
  IdentityTest() {
    connection.execute_script(R"(
      DO $$ BEGIN CREATE ROLE reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
      CREATE TABLE notes (owner text NOT NULL DEFAULT current_setting('app.user'), body text NOT NULL);
      ALTER TABLE notes ENABLE ROW LEVEL SECURITY;
      CREATE POLICY own ON notes TO reader USING (owner = current_setting('app.user', true));
      GRANT SELECT, INSERT ON notes TO reader;
      GRANT INSERT ON pets TO reader;
      INSERT INTO notes VALUES ('ada', 'one'), ('ada', 'two'), ('grace', 'three'))");
  }

  /// One connection, so that whatever is left behind on it meets the next user.
  Config config() const {
    Config config;
    config.database_url = proxy.connection_string(database.name());
    config.pool.min = config.pool.max = 1;
    return config;
  }

  static Identity reader(const std::string& name) {
    return {.role = "reader", .settings = {{"app.user", name}}};
  }

  static std::int64_t notes(Executor& on) {
    const Result result = on.execute("SELECT count(*) FROM notes");
    return RowReader{result, 0}.next<std::int64_t>();
  }

  static std::string who(Executor& on) {
    const Result result =
        on.execute("SELECT current_user || ' ' || coalesce(current_setting('app.user', true), '')");
    return RowReader{result, 0}.next<std::string>();
  }

  FaultProxy proxy{testing::server()};
  Database db = Database::open(config());
};

TEST_F(IdentityTest, each_sees_his_own_rows) {
  EXPECT_EQ(db.as(reader("ada")).read(notes), 2);
  EXPECT_EQ(db.as(reader("grace")).read(notes), 1);
  EXPECT_EQ(db.as(reader("grace")).transaction([](Transaction& tx) { return notes(tx); }), 1);
  EXPECT_EQ(db.read(notes), 3) << "who has connected owns the table";
}

TEST_F(IdentityTest, writes_as_the_identity) {
  auto ada = db.as(reader("ada"));
  ada.transaction([](Transaction& tx) { tx.execute("INSERT INTO notes (body) VALUES ('four')"); });
  ada.read([](Executor& on) { on.execute("INSERT INTO notes (body) VALUES ('five')"); });
  EXPECT_EQ(ada.read(notes), 4);
}

TEST_F(IdentityTest, leaves_nothing_to_the_next_user_of_the_connection) {
  const auto nobody = [&] { return db.read(who); };
  db.as(reader("ada")).read(who);
  EXPECT_EQ(nobody(), "postgres ");
  EXPECT_EQ(db.as(reader("ada")).transaction([](Transaction& tx) { return who(tx); }), "reader ada");
  EXPECT_EQ(nobody(), "postgres ");
  EXPECT_THROW(db.as(reader("ada")).read([](Executor& on) { on.execute("SELECT 1 / 0"); }), QueryError);
  EXPECT_EQ(nobody(), "postgres ");
  EXPECT_THROW(db.as(reader("ada")).transaction([](Transaction&) { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_EQ(nobody(), "postgres ");
  EXPECT_EQ(db.as({.settings = {{"app.user", "grace"}}}).read(who), "postgres grace");
  EXPECT_EQ(nobody(), "postgres ");
  EXPECT_EQ(db.pool().status().opened, 1U);
}

TEST_F(IdentityTest, each_of_many_threads_is_who_it_says) {
  Config several = config();
  several.pool.max = 3;
  Database shared = Database::open(several);
  std::vector<std::thread> threads;
  for (int number = 0; number < 8; ++number)
    threads.emplace_back([&, name = "user " + std::to_string(number)] {
      auto me = shared.as(reader(name));
      for (int turn = 0; turn < 50; ++turn) {
        EXPECT_EQ(me.read(who), "reader " + name);
        EXPECT_EQ(me.transaction([](Transaction& tx) { return who(tx); }), "reader " + name);
      }
    });
  for (std::thread& thread : threads) thread.join();
}

TEST_F(IdentityTest, values_are_bound_and_never_executed) {
  const std::string odd = "'; DROP TABLE notes; --\n$1 \\";
  EXPECT_EQ(db.as(reader(odd)).read(who), "reader " + odd);
  EXPECT_EQ(db.as(reader(odd)).read(notes), 0);
}

TEST_F(IdentityTest, an_identity_that_is_refused_executes_nothing) {
  auto nobody = db.as({.role = "nobody"});
  const auto write = [](Executor& on) { on.execute("INSERT INTO notes VALUES ('x', 'x')"); };
  auto error = caught<QueryError>([&] { nobody.read(write); });
  EXPECT_TRUE(contains(error.what(), "role \"nobody\" does not exist")) << error.what();
  EXPECT_TRUE(contains(caught<QueryError>([&] { nobody.transaction(write); }).what(), "does not exist"));
  EXPECT_EQ(db.read(notes), 3);
}

TEST_F(IdentityTest, errors_are_those_of_the_statement) {
  auto ada = db.as(reader("ada"));
  EXPECT_EQ(
      caught<QueryError>([&] { ada.read([](Executor& on) { on.execute("SELECT nothing"); }); }).sqlstate(),
      "42703");
  auto deferred = caught<ConstraintError>(
      [&] { ada.read([](Executor& on) { on.execute("INSERT INTO pets VALUES (1, 7)"); }); });
  EXPECT_EQ(deferred.constraint(), "pets_owner_fkey") << "found at the commit";
  EXPECT_THROW(ada.read([](Executor& on) { on.execute(" copy notes TO STDOUT"); }), UsageError);
  EXPECT_THROW(ada.read([](Executor& on) { on.execute("BEGIN"); }), UsageError);
  EXPECT_EQ(ada.read(notes), 2) << "on the same connection";
  EXPECT_EQ(db.pool().status().opened, 1U);
}

TEST_F(IdentityTest, a_statement_takes_one_round_trip) {
  auto ada = db.as(reader("ada"));
  ada.read(notes);
  constexpr int kDelayMs = 40;
  proxy.delay_ms(kDelayMs);
  const auto start = std::chrono::steady_clock::now();
  ada.read(notes);
  const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
  EXPECT_LT(taken.count(), 3.5 * kDelayMs) << "there and back are two delays";
}

TEST_F(IdentityTest, a_broken_connection_and_a_deadline_are_told_as_without) {
  auto ada = db.as(reader("ada"));
  ada.read(notes);
  EXPECT_THROW(ada.read({.deadline_ms = 100}, [](Executor& on) { on.execute("SELECT pg_sleep(10)"); }),
               TimeoutError);
  EXPECT_THROW(ada.read([&](Executor& on) {
    proxy.cut();
    on.execute("SELECT 1");
  }),
               ConnectionError);
  EXPECT_EQ(ada.read(notes), 2);
}

TEST_F(IdentityTest, works_without_prepared_statements_and_with_room_for_one) {
  for (const std::size_t room : {0U, 1U}) {
    Config pooled = config();
    pooled.pool.connection.prepared_statements = room;
    Database plain = Database::open(pooled);
    EXPECT_EQ(plain.as(reader("ada")).read(notes), 2);
    EXPECT_EQ(plain.as(reader("ada")).read(who), "reader ada");
    EXPECT_EQ(plain.read(who), "postgres ");
  }
}

}  // namespace
}  // namespace schemac
